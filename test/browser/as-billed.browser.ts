import { beforeEach, expect, it } from '@jest/globals';
import { json, raw } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { formatCredits } from '../../src/dashboard/browser/format-credits.js';
import { message, period } from '../support/period.js';
import { choose, clearFilters, optionsOf, totalsOf } from './controls.js';
import { cellsOf, describePage, rowsOf, useDashboard } from './use-dashboard.js';

const COSTS = ['0.30000000000000004', '9007199254740993', '79.00000000000000001', '1e308', '5'];
const HUGE = `1${'0'.repeat(308)}`;

const httpJson = (body: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;

describePage('the dashboard over an upstream with unusual amounts and timestamps', () => {
  const dashboard = useDashboard({}, /409 \(Conflict\)/);
  beforeEach(() => {
    dashboard.upstream.reset();
  });

  it('shows, sums and sorts amounts to their last digit', async () => {
    dashboard.upstream.on(MESSAGES, json(period(...COSTS.map((_, id) => message({ id, report_id: id })))));
    for (const [id, cost] of COSTS.entries())
      dashboard.upstream.on(`/reports/${id}`, raw(httpJson(`{"id":${id},"name":"R","credit_cost":${cost}}`)));
    const page = await dashboard.open();
    const shown = [...COSTS.slice(0, 3), HUGE, '5'].map(formatCredits);
    const total = formatCredits(`1${'0'.repeat(292)}9007199254741077.30000000000000005`);
    expect((await rowsOf(page)).map(([, , , amount]) => amount)).toEqual(shown);
    expect(await totalsOf(page)).toBe(`5 messages, ${total}`);
    expect(await page.locator('.card .value').first().textContent()).toBe(total);
    await page.getByRole('button', { name: 'Credits Used' }).click();
    expect((await rowsOf(page)).map(([id]) => id)).toEqual(['0', '4', '2', '1', '3']);
  });

  it('draws only days with messages when one is in the year 1, and filters the table by each', async () => {
    const times = ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2026-03-02T08:14:09.412Z', '9999-12-31T23:59:59Z'];
    dashboard.upstream.on(MESSAGES, json(period(...times.map((timestamp, id) => message({ id, timestamp })))));
    const page = await dashboard.open();
    expect((await rowsOf(page)).map(([, timestamp]) => timestamp)).toEqual([
      '01-01-0001 00:00',
      '01-01-1970 00:00',
      '02-03-2026 08:14',
      '31-12-9999 23:59',
    ]);
    const days = (await cellsOf(page.locator('.chart tbody tr'))).map(([date]) => date);
    expect(days).toEqual(['Mon 1 Jan 0001', 'Thu 1 Jan 1970', 'Mon 2 Mar 2026', 'Fri 31 Dec 9999']);
    for (const [id, date] of ['0001-01-01', '1970-01-01', '2026-03-02', '9999-12-31'].entries()) {
      await page.locator('.days button').nth(id).press('Enter');
      await page.waitForURL((url) => url.searchParams.get('from') === date && url.searchParams.get('to') === date);
      expect((await rowsOf(page)).map(([shown]) => shown)).toEqual([String(id)]);
      await clearFilters(page);
    }
    await choose(page, 'Time zone', 'New York');
    expect((await rowsOf(page)).map(([, timestamp]) => timestamp)[0]).toBe('31-12-0000 19:03');
    await page.locator('.chart tbody th').getByText('Sun 31 Dec 0000').waitFor({ state: 'attached' });
    const newYorkDays = (await cellsOf(page.locator('.chart tbody tr'))).map(([date]) => date);
    expect(newYorkDays).toEqual(['Sun 31 Dec 0000', 'Wed 31 Dec 1969', 'Mon 2 Mar 2026', 'Fri 31 Dec 9999']);
  });

  it('shows and filters by the day 10000-01-01, and reads it back from the URL', async () => {
    const times = ['2026-03-02T08:14:09.412Z', '9999-12-31T23:59:59Z'];
    dashboard.upstream.on(MESSAGES, json(period(...times.map((timestamp, id) => message({ id, timestamp })))));
    const page = await dashboard.open('?time_zone=Pacific%2FAuckland');
    expect((await rowsOf(page)).map(([, timestamp]) => timestamp)).toEqual(['02-03-2026 21:14', '01-01-10000 12:59']);
    expect(await page.locator('.total-dates').textContent()).toBe('2 Mar 2026 – 1 Jan 10000');
    await page.locator('.days button').last().press('Enter');
    await page.waitForURL((url) => url.searchParams.get('from') === '10000-01-01');
    expect((await rowsOf(page)).map(([id]) => id)).toEqual(['1']);
    await page.reload();
    expect((await rowsOf(page)).map(([id]) => id)).toEqual(['1']);
    expect(await page.locator('.notice, .failure').count()).toBe(0);
  });

  it('orders reports alike in the table and the filter: numbers by value, then accents and case', async () => {
    const names = ['Zebra', 'Report 10', 'report 2', 'Äpfel', 'apple', 'Report 2', 'A\u0301', '\u00c1'];
    dashboard.upstream.on(MESSAGES, json(period(...names.map((_, id) => message({ id, report_id: id })))));
    for (const [id, name] of names.entries())
      dashboard.upstream.on(`/reports/${id}`, json({ id, name, credit_cost: 1 }));
    const page = await dashboard.open('?sort=report_name');
    const inTable = (await rowsOf(page)).map(([, , name]) => name);
    const inList = await optionsOf(page, 'Report');
    expect(inTable).toEqual(['A\u0301', '\u00c1', 'Äpfel', 'apple', 'report 2', 'Report 2', 'Report 10', 'Zebra']);
    expect(inList).toEqual(['All', ...inTable]);
  });

  it('reads the table again when a message arrives between two pages', async () => {
    const messages = Array.from({ length: 1500 }, (_, id) => message({ id }));
    dashboard.upstream.on(MESSAGES, json(period(...messages)));
    const page = await dashboard.open('', {}, async (each) => {
      await each.route(
        (url) => url.searchParams.has('cursor'),
        async (route) => {
          dashboard.upstream.on(MESSAGES, json(period(message({ id: 9000 }), ...messages)));
          await route.continue();
        },
      );
    });
    await page.locator('.count').getByText('1,501 messages', { exact: true }).waitFor();
    const ids = (await rowsOf(page)).map(([id]) => id);
    expect(ids.slice(0, 3)).toEqual(['9000', '0', '1']);
    expect(await page.locator('.card .value').nth(1).textContent()).toBe('1,501');
    expect(await page.locator('.failure').count()).toBe(0);
  });
});
