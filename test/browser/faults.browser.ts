import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { addDays } from '../../src/dashboard/browser/calendar.js';
import { answerWith, summaryOf, usageOf } from './api-answers.js';
import { problemsAtWidths } from './at-widths.js';
import { accessProblemsOf } from './axe.js';
import { clearFilters, searchOf } from './controls.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const WIDTHS = [375, 768, 1024, 1440];
const at = (width: number) => ({ viewport: { width, height: 900 } });

/** An API with one message a day from 2025-01-01 on. */
const daysOf = (count: number, amount = '10') => {
  const days = Array.from({ length: count }, (_, index) => [addDays('2025-01-01', index), amount] as const);
  return answerWith({
    '/v1/usage/summary?granularity=P1D': summaryOf(amount, days),
    '/v1/usage/summary?granularity=P1M': summaryOf(amount, []),
    '/v1/usage?': usageOf(amount, amount, amount),
  });
};

/** The colours of the pixels of the chart in a row `fromBottom` pixels above its base line, from left to right. */
const pixelsOf = (page: Page, fromBottom: number): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const canvas = document.querySelector('.plot canvas');
    const ratio = canvas.width / canvas.clientWidth;
    const width = canvas.width - 80 * ratio;
    const row = canvas.height - 30 * ratio - ${fromBottom} * ratio;
    const { data } = canvas.getContext('2d').getImageData(52 * ratio, row, width, 1);
    return Array.from({ length: width }, (_, x) => data.slice(4 * x, 4 * x + 3).join());
  })()`);

const boxOf = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

describePage('the page, without the faults of its first edition,', () => {
  const dashboard = useDashboard();

  it('does not go blank over a day that does not exist', async () => {
    const page = await dashboard.open('?day=2026-13-40');
    expect((await rowsOf(page)).length).toBe(152);
    expect(await page.locator('.notice li').allTextContents()).toEqual([
      'Ignored: the address has an unknown or invalid parameter “day”.',
    ]);
  });

  it.each([
    [375, 128, 'week'],
    [375, 400, 'month'],
    [1440, 371, 'week'],
  ])('has bars to see and to hit at %i px for %i days, and says that each is a %s', async (width, count, unit) => {
    const page = await dashboard.open('', at(width), daysOf(count));
    await settled(page);
    expect(await page.locator('.day-details').textContent()).toContain(`One bar for each ${unit}`);
    const button = await boxOf(page.locator('.days button').first());
    expect(button.width * 0.72).toBeGreaterThanOrEqual(6);
    const pixels = await pixelsOf(page, 8);
    expect(new Set(pixels).size).toBeGreaterThan(1);
  });

  it('labels a single day, and clips no label', async () => {
    const one = await dashboard.open('', at(375), daysOf(1));
    await settled(one);
    expect(await one.locator('.total-dates').textContent()).toBe('1 Jan 2025');
    expect(await one.locator('.chart caption').textContent()).toBe('Credits by day (UTC)');
  });

  it('keeps the line on which the bars stand where a day has none', async () => {
    const page = await dashboard.open();
    await settled(page);
    const line = await pixelsOf(page, 0);
    const above = await pixelsOf(page, 6);
    const gaps = line.filter((_, x) => above[x] === above.at(-1));
    expect(new Set(gaps.map((colour) => colour === above.at(-1)))).toEqual(new Set([false]));
  });

  it.each(WIDTHS)('shows every amount of 12 digits whole within its card and its row at %i px', async (width) => {
    const page = await dashboard.open('', at(width), daysOf(3, '123456789012.34'));
    await settled(page);
    const cut = await page.locator('.figure, .usage td.amount, .shares dd').evaluateAll(
      (all, windowWidth) =>
        all.filter((one) => {
          const box = one.getBoundingClientRect();
          const card = (one.closest('.card, .usage') ?? one).getBoundingClientRect();
          return (
            (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0) ||
            box.right > Math.min(card.right, windowWidth)
          );
        }).length,
      width,
    );
    expect(cut).toBe(0);
  });

  it('shows Credits Used on a phone, and sorts by it there', async () => {
    const page = await dashboard.open('', at(375));
    await settled(page);
    const amount = await boxOf(page.locator('.usage tbody td.amount').first());
    expect(amount.x + amount.width).toBeLessThanOrEqual(375);
    await page.getByRole('button', { name: 'Credits Used' }).click();
    await page.getByRole('button', { name: 'Credits Used' }).click();
    expect((await rowsOf(page))[0]?.[3]).toBe('115.00');
  });

  it('counts one question as one', async () => {
    const page = await dashboard.open('?message_id=2001');
    await settled(page);
    expect(await page.locator('.card .note').nth(1).textContent()).toBe('0 reports, 1 question');
  });

  it('has a sentence and a way back where nothing is found', async () => {
    const page = await dashboard.open('?from=2030-01-01&to=2030-01-31');
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    expect(await page.locator('.empty p').textContent()).toBe(
      'None of the 152 messages of this period match the filters above.',
    );
    expect(await accessProblemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all messages' }).click();
    expect((await rowsOf(page)).length).toBe(152);
  });

  it('says what is wrong with a message ID without moving the filters, and needs no Enter', async () => {
    const page = await dashboard.open();
    await settled(page);
    const before = await boxOf(page.locator('.overview'));
    await page.getByLabel('Message ID').fill('twelve');
    await page.getByText('An ID is a whole number, such as 1000.').waitFor();
    expect(await boxOf(page.locator('.overview'))).toEqual(before);
    expect(searchOf(page)).toBe('');
    await page.getByLabel('Message ID').fill(' 2002 ');
    await page.waitForURL((url) => url.searchParams.get('message_id') === '2002');
    expect((await rowsOf(page)).map(([id]) => id)).toEqual(['2002']);
  });

  it.each(WIDTHS)('leaves no card alone in its row, and is not wider than the window, at %i px', async (width) => {
    const page = await dashboard.open('', at(width));
    await settled(page);
    const rights = await page
      .locator('.card')
      .evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().right)));
    const grid = await boxOf(page.locator('.overview'));
    expect(rights.at(-1)).toBe(Math.round(grid.x + grid.width));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('filters by the bars that a drag covers, and by a report of the list, for everything below', async () => {
    const page = await dashboard.open();
    await settled(page);
    const [first, last] = [page.locator('.days button').nth(1), page.locator('.days button').nth(3)];
    await first.hover();
    await page.mouse.down();
    await last.hover();
    await page.mouse.up();
    await settled(page);
    expect(searchOf(page)).toBe('?from=2026-03-03&to=2026-03-05');
    expect(await page.locator('.filter-summary strong').textContent()).toBe('Messages, 3 – 5 Mar 2026');
    expect(await page.locator('.days button').count()).toBe(3);
    await clearFilters(page);
    await page.locator('.top-reports button').first().click();
    await settled(page);
    expect(new Set((await rowsOf(page)).map(([, , report]) => report))).toEqual(new Set(['Acquisition Due Diligence']));
  });

  it('opens another period, and draws all of them', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.getByLabel('Period').selectOption({ label: '2 – 27 Feb 2026 (closed)' });
    await settled(page);
    expect(await page.locator('.figure').first().textContent()).toBe('3,106.75');
    expect(await page.locator('.pills .pill').allTextContents()).toEqual(['Closed', '1 message missing']);
    await page.getByRole('button', { name: 'All periods' }).click();
    await settled(page);
    expect(await page.locator('.days button').count()).toBe(3);
    await page.locator('.days button').last().press('Enter');
    await settled(page);
    expect(searchOf(page)).toBe('');
  });

  it('has no fault that axe finds, and fits, at every width, with filters and without a bar', async () => {
    const page = await dashboard.open('?basis=report&from=2026-03-08&to=2026-03-10');
    await settled(page);
    expect(await problemsAtWidths(page, 'html')).toEqual([]);
  });
});
