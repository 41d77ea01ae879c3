import { expect, it } from '@jest/globals';
import { formatCredits } from '../../src/dashboard/browser/format-credits.js';
import { answerWith, summaryOf, usageOf } from './api-answers.js';
import { accessProblemsOf } from './axe.js';
import { totalsOf } from './controls.js';
import { cellsOf, describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const FLOAT_TAIL = '0.30000000000000004';
const ODD = '9007199254740993';
const TINY = `0.${'0'.repeat(323)}5`;
const HUGE = `1${'0'.repeat(308)}`;
const FORTY = '1234567890123456789012345678901234567890';

/**
 * The height in pixels of each day's bar. The first day must have one, and lends its colour. The
 * axes are 52 px wide and 30 px high, and 28 px are free at the right.
 */
const HEIGHTS = `(days) => {
  const canvas = document.querySelector('.plot canvas');
  const ratio = canvas.width / canvas.clientWidth;
  const [left, bottom] = [52 * ratio, canvas.height - 30 * ratio];
  const pixels = (day) => {
    const x = left + ((canvas.width - left - 28 * ratio) / days) * (day + 0.5);
    const { data } = canvas.getContext('2d').getImageData(x, 0, 1, bottom - 2);
    return Array.from({ length: data.length / 4 }, (_, row) => data.slice(4 * row, 4 * row + 3).join());
  };
  const colour = pixels(0).at(-1);
  return Array.from({ length: days }, (_, day) => pixels(day).filter((each) => each === colour).length);
}`;

describePage('the dashboard with amounts that a double cannot represent', () => {
  const dashboard = useDashboard();

  it('shows them exactly in the table, its total, the cards and the chart table', async () => {
    const amounts = [FLOAT_TAIL, ODD, FORTY];
    const answers = {
      '/v1/usage/summary?granularity=P1D': summaryOf('0.9', [
        ['2026-03-02', FLOAT_TAIL],
        ['2026-03-03', ODD],
        ['2026-03-04', FORTY],
      ]),
      '/v1/usage/summary?granularity=P1M': summaryOf(`${ODD}.00000000000000001`, []),
      '/v1/usage?sort=-credits_used&limit=1': usageOf(ODD),
      '/v1/usage?limit': usageOf(...amounts),
    };
    const page = await dashboard.open('', {}, answerWith(answers));
    expect((await rowsOf(page)).map(([, , , amount]) => amount)).toEqual([
      FLOAT_TAIL,
      formatCredits(ODD),
      formatCredits(FORTY),
    ]);
    expect(await totalsOf(page)).toBe('0 messages, 9,007,199,254,740,993.00000000000000001');
    expect(await page.locator('.card .value').allTextContents()).toEqual([
      '0.90',
      '3',
      '0.30',
      formatCredits(ODD),
      'Standard',
    ]);
    expect((await cellsOf(page.locator('.chart tbody tr'))).map(([, amount]) => amount)).toEqual([
      FLOAT_TAIL,
      formatCredits(ODD),
      formatCredits(FORTY),
    ]);
  });

  it('truncates hundreds of digits visually, and has the whole amount in the cell and its tooltip', async () => {
    const answers = {
      '/v1/usage/summary?granularity=P1D': summaryOf(`2${HUGE.slice(1)}`, [
        ['2026-03-02', HUGE],
        ['2026-03-03', HUGE],
        ['2026-03-04', '5'],
      ]),
      '/v1/usage/summary?granularity=P1M': summaryOf(HUGE, []),
      '/v1/usage?': usageOf(HUGE, TINY, '5', FORTY),
    };
    const page = await dashboard.open('', { viewport: { width: 1280, height: 900 } }, answerWith(answers));
    expect((await rowsOf(page)).map(([, , , amount]) => amount)).toEqual([
      formatCredits(HUGE),
      TINY,
      '5.00',
      formatCredits(FORTY),
    ]);
    const cells = page.locator('.usage tbody td.amount');
    expect(await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('title')))).toEqual([
      formatCredits(HUGE),
      TINY,
      null,
      formatCredits(FORTY),
    ]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    const heights = await page
      .locator('.usage tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(new Set(heights).size).toBe(1);
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('draws bars in proportion for amounts of hundreds of digits', async () => {
    const answers = {
      '/v1/usage/summary': summaryOf('1', [
        ['2026-03-02', HUGE],
        ['2026-03-03', `5${HUGE.slice(2)}`],
        ['2026-03-04', '0'],
      ]),
    };
    const page = await dashboard.open('', {}, answerWith(answers));
    await settled(page);
    const [high = 0, half = 0, none = 0] = await page.evaluate<number[]>(`(${HEIGHTS})(3)`);
    expect(high).toBeGreaterThan(50);
    expect(Math.abs(half / high - 0.5)).toBeLessThan(0.05);
    expect(none).toBe(0);
  });

  it('shows them exactly in a receipt and in the comparison', async () => {
    const receipt = `{"message_id":7,"timestamp":"2026-03-02T08:14:09.412Z","basis":"report","report":{"id":1,"name":"R"},
      "credits_used":${ODD},"rate_card":{"id":"standard"},
      "lines":[{"rule":"report","label":"Report","credits":${ODD},"running_total":${ODD}.${'0'.repeat(16)}1}]}`;
    const comparison = `{"baseline":{"id":"standard"},"candidate":{"id":"token-estimate"},
      "totals":{"baseline":${ODD},"candidate":9007199254740994,"difference":1,"increases":1,"decreases":0},
      "messages":{"dearer":1,"cheaper":0,"unchanged":0},"windows":"occupied",
      "by_day":[{"date":"0001-01-01","baseline":${ODD},"candidate":9007199254740992,"difference":-1}],"by_report":[],"top_changes":[]}`;
    const answers = { '/v1/usage/comparison': comparison, '/v1/usage/7/receipt': receipt };
    const page = await dashboard.open('?receipt=7&candidate=token-estimate', {}, answerWith(answers));
    await settled(page);
    expect(await page.locator('dialog .total strong').first().textContent()).toBe(formatCredits(ODD));
    expect(await cellsOf(page.locator('dialog .lines').first().locator('tbody tr'))).toEqual([
      ['Report', `+${formatCredits(ODD)}`, formatCredits(`${ODD}.${'0'.repeat(16)}1`)],
    ]);
    expect(await cellsOf(page.locator('.compared').first().locator('tbody tr'))).toEqual([
      ['1 Jan 0001', formatCredits(ODD), '9,007,199,254,740,992.00', '-1.00'],
    ]);
    expect(await page.locator('.compared caption').first().textContent()).toBe('By day with messages');
  });
});
