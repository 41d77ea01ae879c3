import { expect, it } from '@jest/globals';
import { answerWith, summaryOf } from './api-answers.js';
import { accessProblemsOf } from './axe.js';
import { cellsOf, describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const STRAY = ['0001-01-01', '1970-01-01', '2026-03-02', '9999-12-31'] as const;
const NAMES = ['Mon 1 Jan 0001', 'Thu 1 Jan 1970', 'Mon 2 Mar 2026', 'Fri 31 Dec 9999'];
const GAPS = 'Only dates with messages have a bar, because the period spans too many days to draw them all.';

const entries = STRAY.map(
  (date, id) => `{"message_id":${id},"timestamp":"${date}T00:00:00Z","report_name":"R","credits_used":${id + 1}}`,
);
const ANSWERS = {
  '/v1/usage/summary?granularity=P1D': summaryOf(
    '10',
    STRAY.map((date, index) => [date, `${index + 1}`]),
    'occupied',
  ),
  '/v1/usage/summary?granularity=P1M': summaryOf('10', []),
  '/v1/usage?': `{"usage":[${entries.join()}]}`,
};

describePage('the dashboard over a period with stray timestamps', () => {
  const dashboard = useDashboard();

  it('has bars only for days with messages, says so, and shows the right minute in each row', async () => {
    const page = await dashboard.open('', {}, answerWith(ANSWERS));
    expect((await rowsOf(page)).map(([, timestamp]) => timestamp)).toEqual([
      '01-01-0001 00:00',
      '01-01-1970 00:00',
      '02-03-2026 00:00',
      '31-12-9999 00:00',
    ]);
    expect(await page.locator('.total-dates').textContent()).toBe('1 Jan 0001 – 31 Dec 9999');
    expect(await page.locator('.days button').count()).toBe(STRAY.length);
    expect((await cellsOf(page.locator('.chart tbody tr'))).map(([date, total]) => [date, total])).toEqual(
      NAMES.map((name, index) => [name, `${index + 1}.00`]),
    );
    expect(await page.locator('.day-details').textContent()).toContain(GAPS);
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('names its days with their year', async () => {
    const page = await dashboard.open('', {}, answerWith(ANSWERS));
    await settled(page);
    expect(
      await page.locator('.days button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    ).toEqual([
      'Mon 1 Jan 0001: 1.00 credits, 1 message (reports 0.00, questions 1.00)',
      'Thu 1 Jan 1970: 2.00 credits, 1 message (reports 0.00, questions 2.00)',
      'Mon 2 Mar 2026: 3.00 credits, 1 message (reports 0.00, questions 3.00)',
      'Fri 31 Dec 9999: 4.00 credits, 1 message (reports 0.00, questions 4.00)',
    ]);
  });

  it('filters the table by the bounds of the chosen day', async () => {
    const page = await dashboard.open('', {}, answerWith(ANSWERS));
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
    await page.locator('.days button').first().press('Enter');
    await page.waitForURL((url) => url.searchParams.get('from') === '0001-01-01');
    await settled(page);
    expect(asked.filter((url) => url.includes('&limit=1000'))).toEqual([
      `${dashboard.url}/v1/usage?from=0001-01-01T00:00:00+00:00&to=0001-01-01T24:00:00+00:00&limit=1000`,
    ]);
    expect(await page.locator('.filter-summary strong').textContent()).toBe('Messages, 1 Jan 0001');
  });

  it('mentions no gaps if every day has a bar', async () => {
    const all = { '/v1/usage/summary': summaryOf('3', [['2026-03-02', '3']]) };
    const page = await dashboard.open('', {}, answerWith(all));
    await settled(page);
    expect(await page.getByText(GAPS).count()).toBe(0);
  });
});
