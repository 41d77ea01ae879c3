import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toText } from '../../src/dashboard/browser/format-credits.js';
import { formatWeekday } from '../../src/dashboard/browser/format-time.js';
import { credits, sum } from '../../src/pricing/credits.js';
import { choose, searchOf, totalsOf } from './controls.js';
import { cellsOf, describePage, settled, useDashboard } from './use-dashboard.js';

interface Row {
  readonly from: string;
  readonly basis?: string;
  readonly credits_used: number;
  readonly messages: number;
}

const amountOf = (rows: readonly Row[]): string => toText(sum(rows.map(({ credits_used: amount }) => credits(amount))));

const figuresOf = (page: Page): Promise<string[]> => page.locator('.card .figure').allTextContents();

describePage('the dashboard, above the table', () => {
  const dashboard = useDashboard();

  it('shows its title, dates, time zone, the time of the data, and that it is a sample', async () => {
    const page = await dashboard.open();
    await settled(page);
    expect(await page.title()).toBe('Credit Usage Dashboard');
    expect(await page.locator('h1').textContent()).toBe('Credit Usage Dashboard');
    expect(await page.locator('.total-dates').textContent()).toBe('2 – 15 Mar 2026');
    expect(await page.locator('.as-of').textContent()).toMatch(/^As of \d\d-\d\d-\d{4} \d\d:\d\d$/);
    expect(await page.locator('.sample').textContent()).toBe(
      'Sample data. These are the periods bundled with the service, not a real bill.',
    );
  });

  it('shows the numbers of the API on its cards, and those of the filters', async () => {
    const page = await dashboard.open();
    await settled(page);
    const { totals, data } = await dashboard.get<{ totals: Row; data: Row[] }>('/v1/usage/summary?group_by=basis');
    const [reports, questions] = [true, false].map((isReport) =>
      data.filter(({ basis }) => basis !== undefined && (basis === 'report') === isReport),
    ) as [Row[], Row[]];
    expect(await figuresOf(page)).toEqual([amountOf([totals]), String(totals.messages), '20.05', '115.00']);
    expect(await page.locator('.card .note').allTextContents()).toEqual([
      '▼ 2 % less than the 3,106.75 of 2 – 27 Feb 2026',
      '39 reports, 113 questions',
      '7.30 per question',
      'Message 2033',
      'standard, from the beginning',
    ]);
    expect(await page.locator('.shares dd').allTextContents()).toEqual([
      `${amountOf(reports)} 73 %`,
      `${amountOf(questions)} 27 %`,
    ]);
    await page.getByLabel('Priced by').selectOption('report');
    await settled(page);
    expect(await figuresOf(page)).toEqual([amountOf(reports), '39', '56.97', '115.00']);
  });

  it('has a bar for each day, with or without messages, and the same numbers for screen readers', async () => {
    const page = await dashboard.open();
    await settled(page);
    const { data } = await dashboard.get<{ data: Row[] }>('/v1/usage/summary');
    const rows = await cellsOf(page.locator('.chart tbody tr'));
    expect(rows.map(([date, total, , , messages]) => [date, total, messages])).toEqual(
      data.map((day) => [formatWeekday(day.from.slice(0, 10)), amountOf([day]), String(day.messages)]),
    );
    expect(rows.map(([date]) => date)).toContain('Sun 8 Mar 2026');
    expect(await page.locator('.days button').count()).toBe(14);
  });

  it('shows the numbers of a day on hover and on focus, and filters the table by it', async () => {
    const page = await dashboard.open();
    await settled(page);
    const days = page.locator('.days button');
    await days.nth(1).hover();
    expect(await page.locator('.day-details').textContent()).toBe(
      'Tue 3 Mar 2026: 290.45 credits, 13 messages (reports 196.00, questions 94.45)',
    );
    await days.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.day-details').textContent()).toMatch(/^Sat 14 Mar 2026: 13.00 credits/);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(searchOf(page)).toBe('?from=2026-03-14&to=2026-03-14');
    expect(await totalsOf(page)).toMatch(/^\d+ messages, 13.00$/);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await totalsOf(page)).toBe('152 messages, 3,047.15');
  });

  it('shows the days and times of another time zone', async () => {
    const page = await dashboard.open();
    await choose(page, 'Time zone', 'auckland');
    expect(new URL(page.url()).search).toBe('?zone=Pacific/Auckland');
    expect(await page.locator('.usage tbody tr').first().locator('time').textContent()).toBe('02-03-2026 21:14');
    expect(await page.locator('.chart caption').textContent()).toBe('Credits by day (Pacific/Auckland)');
  });
});
