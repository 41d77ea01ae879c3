import { expect, it } from '@jest/globals';
import { credits, sum, toDecimal } from '../../src/pricing/credits.js';
import { cellsOf, describePage, settled, useDashboard } from './use-dashboard.js';

interface Row {
  readonly from: string;
  readonly basis?: string;
  readonly credits_used: number;
  readonly messages: number;
}

const amountOf = (rows: readonly Row[]): string =>
  toDecimal(sum(rows.map(({ credits_used: amount }) => credits(amount))));

describePage('the dashboard, above the table', () => {
  const dashboard = useDashboard();

  it('shows its title, dates, time zone, the time of the data, and that it is a sample', async () => {
    const page = await dashboard.open();
    await settled(page);
    expect(await page.title()).toBe('Credit Usage Dashboard');
    expect(await page.locator('h1').textContent()).toBe('Credit Usage Dashboard');
    expect(await page.locator('.dates').textContent()).toBe('2 March 2026 – 15 March 2026');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('UTC');
    expect(await page.locator('.as-of').textContent()).toMatch(/^As of \d\d-\d\d-\d{4} \d\d:\d\d Refresh$/);
    expect(await page.locator('.sample').textContent()).toBe(
      'Sample data. This is the period bundled with the service, not a real bill.',
    );
  });

  it('shows the numbers of the API on its cards', async () => {
    const page = await dashboard.open();
    await settled(page);
    const { totals, data } = await dashboard.get<{ totals: Row; data: Row[] }>('/v1/usage/summary?group_by=basis');
    const questions = data.filter(({ basis }) => basis?.startsWith('text'));
    expect(await page.locator('.card').evaluateAll((cards) => cards.map((card) => card.textContent))).toEqual([
      `Credits used${toDecimal(credits(totals.credits_used))}in the period`,
      `Messages${totals.messages}113 questions`,
      `From reports${amountOf(data.filter(({ basis }) => basis === 'report'))}73 % of the credits`,
      `From questions${amountOf(questions)}27 % of the credits`,
      'Mean per question7.30credits',
      'Highest cost115.00Message 2033',
    ]);
  });

  it('has a bar for each day, with or without messages, and the same numbers for screen readers', async () => {
    const page = await dashboard.open();
    await settled(page);
    const { data } = await dashboard.get<{ data: Row[] }>('/v1/usage/summary');
    const rows = await cellsOf(page.locator('.chart tbody tr'));
    expect(rows.map(([date, total, , , messages]) => [date, total, messages])).toEqual(
      data.map((day) => [day.from.slice(0, 10), amountOf([day]), String(day.messages)]),
    );
    expect(rows.map(([date]) => date)).toContain('2026-03-08');
    expect(await page.locator('.days button').count()).toBe(14);
  });

  it('shows the numbers of a day on hover and on focus, and filters the table by it', async () => {
    const page = await dashboard.open();
    await settled(page);
    const days = page.locator('.days button');
    await days.nth(1).hover();
    expect(await page.locator('.day-details').textContent()).toBe(
      'Tue 3 Mar: 290.45 credits, 13 messages (reports 196.00, questions 94.45)',
    );
    await days.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.day-details').textContent()).toMatch(/^Sat 14 Mar: 13.00 credits/);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(page.url()).toMatch(/\?day=2026-03-14$/);
    expect(await page.locator('.count').textContent()).toMatch(/^\d+ messages, 13.00 credits$/);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await page.locator('.count').textContent()).toBe('152 messages, 3047.15 credits');
  });

  it('shows the days and times of another time zone', async () => {
    const page = await dashboard.open();
    await page.getByLabel('Time zone').selectOption('Pacific/Auckland');
    await settled(page);
    expect(page.url()).toMatch(/\?time_zone=Pacific%2FAuckland$/);
    expect(await page.locator('.usage tbody tr').first().locator('time').textContent()).toBe('02-03-2026 21:14');
    expect(await page.locator('.chart caption').textContent()).toBe('Credits by day (Pacific/Auckland)');
  });
});
