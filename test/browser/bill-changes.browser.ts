import { expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { summaryOf } from './api-answers.js';
import { formatCredits } from '../../src/dashboard/browser/format-credits.js';
import { describePage, rowsOf, useDashboard } from './use-dashboard.js';

const CHANGED = JSON.stringify({
  type: 'tag:copilot-credit-usage-api,2026:problems/bill-changed',
  title: 'The bill has changed',
  status: 409,
  detail: 'The bill has changed since this cursor was made: start again without cursor',
  instance: 'asked-by-the-page',
});

const ROWS = 1500;

/** One page of a bill of 1,500 entries that each cost `credits`. */
const pageOf = (credits: number, cursor: string | null, limit: number): string => {
  const first = Number(cursor ?? 0);
  const count = Math.min(limit, ROWS - first);
  const usage = Array.from({ length: count }, (_, offset) => ({
    message_id: first + offset,
    timestamp: '2026-03-02T08:14:09.412Z',
    credits_used: credits,
  }));
  return JSON.stringify({ usage, ...(first + count < ROWS && { next_cursor: String(first + count) }) });
};

/** An API whose bill becomes more expensive when its second page is requested, `changes` times. */
const changing =
  (changes: number, asked: string[] = []) =>
  async (page: Page): Promise<void> => {
    let credits = 1;
    const summary = (): string => summaryOf(`${ROWS * credits}`, [['2026-03-02', `${ROWS * credits}`]]);
    const answer = (route: Route): Promise<void> => {
      const url = new URL(route.request().url());
      const cursor = url.searchParams.get('cursor');
      asked.push(cursor ?? 'first');
      if (cursor === null || credits > changes) {
        const body = pageOf(credits, cursor, Number(url.searchParams.get('limit')));
        return route.fulfill({ contentType: 'application/json', body });
      }
      credits += 1;
      return route.fulfill({ status: 409, contentType: 'application/problem+json', body: CHANGED });
    };
    await page.route(
      (url) => url.pathname === '/v1/usage/summary',
      (route) => route.fulfill({ contentType: 'application/json', body: summary() }),
    );
    await page.route((url) => url.pathname === '/v1/usage' && url.search.startsWith('?limit'), answer);
  };

/** Id and amount of the last row, which is drawn once the table is scrolled to its end. */
const lastRowOf = async (page: Page): Promise<(string | undefined)[]> => {
  await page.evaluate("document.querySelector('.rows').scrollTo(0, 1e9)");
  await page.getByRole('button', { name: `Message ${ROWS - 1}: open the receipt` }).waitFor();
  const [id, , , amount] = (await rowsOf(page)).at(-1) ?? [];
  return [id, amount];
};

describePage('the dashboard over a bill that changes while it is read', () => {
  const dashboard = useDashboard(undefined, /409 \(Conflict\)/);

  it.each([1, 3])('starts again and shows the whole new bill: after %i changes', async (changes) => {
    const asked: string[] = [];
    const page = await dashboard.open('', {}, changing(changes, asked));
    const total = formatCredits(`${(changes + 1) * ROWS}`);
    await page.locator('.usage tfoot').getByText(total, { exact: true }).waitFor();
    const rows = (await rowsOf(page)).slice(0, 400);
    expect(await lastRowOf(page)).toEqual([String(ROWS - 1), `${changes + 1}.00`]);
    expect(new Set(rows.slice(0, 20).map(([, , , amount]) => amount))).toEqual(new Set([`${changes + 1}.00`]));
    expect(await page.locator('.card .value').first().textContent()).toBe(total);
    expect((await page.locator('.day-details, .chart tbody td:nth-child(2)').last().textContent()) ?? '').toBe(total);
    expect(await page.locator('.failure, .notice').count()).toBe(0);
    expect(asked).toEqual([...Array.from({ length: changes }, () => ['first', '1000']).flat(), 'first', '1000']);
  });

  it('reports a bill that changes on every read, and shows it on a retry once it is stable', async () => {
    const page = await dashboard.open('', {}, changing(4));
    const failure = page.locator('.failure');
    await failure.waitFor();
    expect(await failure.textContent()).toContain('The bill kept changing while it was read. Try again in a moment.');
    await failure.getByRole('button', { name: 'Try again' }).click();
    await page
      .locator('.usage tfoot')
      .getByText(formatCredits(`${5 * ROWS}`), { exact: true })
      .waitFor();
    expect(await lastRowOf(page)).toEqual([String(ROWS - 1), '5.00']);
  });
});
