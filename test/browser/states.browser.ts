import { beforeEach, expect, it } from '@jest/globals';
import { after, json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { accessProblemsOf } from './axe.js';
import { totalsOf } from './controls.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const ENTRIES = (count: number) => Array.from({ length: count }, (_, id) => message({ id }));

describePage('the dashboard over an upstream', () => {
  const dashboard = useDashboard({ UPSTREAM_RETRIES: '0' }, /500 \(Internal Server Error\)/);
  beforeEach(() => {
    dashboard.upstream.reset();
    dashboard.upstream.on(MESSAGES, json(period(message())));
  });

  it('shows no sample notice and no message texts', async () => {
    const page = await dashboard.open('?receipt=1000');
    await settled(page);
    expect(await page.locator('.sample').count()).toBe(0);
    expect(await page.getByText('This service does not show message texts').isVisible()).toBe(true);
    expect(await page.locator('.marked').count()).toBe(0);
  });

  it('shows the failure with its request id when upstream is down, and recovers on a retry', async () => {
    dashboard.upstream.on(MESSAGES, status(503));
    const page = await dashboard.open('?sort=credits_used');
    const failure = page.getByRole('alert');
    await failure.waitFor();
    expect(await failure.getByRole('heading').textContent()).toBe('The upstream is unavailable');
    expect(await failure.textContent()).toMatch(
      /Copilot, .* does not answer at the moment.*For support: request [\w-]{36}/,
    );
    expect(await failure.textContent()).not.toMatch(/503|ECONN/);
    expect(await accessProblemsOf(page)).toEqual([]);
    dashboard.upstream.on(MESSAGES, json(period(message())));
    await failure.getByRole('button', { name: 'Try again' }).click();
    expect(await rowsOf(page)).toEqual([['1000', '02-03-2026 08:14', '', '1.05']]);
  });

  it('shows placeholders while upstream is slow, and moves nothing when the data arrives', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    dashboard.upstream.on(MESSAGES, after(answered, json(period(message()))));
    const page = await dashboard.open();
    await page.locator('.card .skeleton').first().waitFor();
    const positions = () =>
      page
        .locator('.card, .chart, .usage thead')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const before = await positions();
    answer();
    await settled(page);
    expect(await positions()).toEqual(before);
  });

  it('keeps the numbers while the browser is offline, says so with their age, and reads again once it is back', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.context().setOffline(true);
    await page.getByText(/^Offline: the numbers are those of .*, less than a minute old\.$/).waitFor();
    expect(await rowsOf(page)).toEqual([['1000', '02-03-2026 08:14', '', '1.05']]);
    dashboard.upstream.on(MESSAGES, json(period(message(), message({ id: 1001 }))));
    await page.context().setOffline(false);
    await page.getByText('2 messages').first().waitFor();
    expect(await page.getByText(/^Offline/).count()).toBe(0);
  });

  it('leads by keyboard alone from the top to the receipt of the dearest message, on to the next, and back', async () => {
    dashboard.upstream.on(MESSAGES, json(period(message({ text: 'A longer question' }), message({ id: 1001 }))));
    const page = await dashboard.open();
    await settled(page);
    const focused = async () => (await page.locator(':focus').allTextContents()).join('');
    for (let presses = 0; presses < 30 && (await focused()) !== 'Message 1000'; presses += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const receipt = page.getByRole('dialog');
    await receipt.getByText('1 of 2').waitFor();
    await page.keyboard.press('ArrowRight');
    await receipt.getByText('2 of 2').waitFor();
    await page.keyboard.press('Escape');
    await receipt.waitFor({ state: 'hidden' });
    expect(await focused()).toBe('1001');
  });

  it('says so when the period has no messages', async () => {
    dashboard.upstream.on(MESSAGES, json(period()));
    const page = await dashboard.open();
    await page.getByRole('heading', { name: 'No usage yet' }).waitFor();
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('draws only the rows in sight of 10,000, and finds each by scrolling; the files have the rest', async () => {
    dashboard.upstream.on(MESSAGES, json(period(...ENTRIES(10_400))));
    const page = await dashboard.open('?rows=250');
    await settled(page);
    expect(await totalsOf(page)).toBe('10,400 messages, 10,920.00');
    expect(await page.getByText('The table shows the first 10,000 rows.').isVisible()).toBe(true);
    expect(await page.locator('.usage tbody tr').count()).toBeLessThan(500);
    await page.evaluate("document.querySelector('.rows').scrollTo(0, 1e9)");
    await page.getByRole('button', { name: 'Message 9999: open the receipt' }).waitFor();
    expect(await page.locator('.usage tbody tr').count()).toBeLessThan(500);
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('keeps the last good bill when refreshing fails, marked with its age, and says so in plain words', async () => {
    const page = await dashboard.open();
    expect(await rowsOf(page)).toEqual([['1000', '02-03-2026 08:14', '', '1.05']]);
    dashboard.upstream.on(MESSAGES, status(503));
    await page.getByRole('button', { name: 'Refresh' }).click();
    const stale = page.locator('.stale');
    await stale.waitFor();
    expect(await stale.textContent()).toMatch(
      /^Not up to date: the numbers are those of [\d-]+ [\d:]+, less than a minute old\..*For support: request [\w-]{36}/,
    );
    expect(await rowsOf(page)).toEqual([['1000', '02-03-2026 08:14', '', '1.05']]);
    expect(await page.locator('.failure').count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toMatch(/503|ECONN/);
    expect(await accessProblemsOf(page)).toEqual([]);
    dashboard.upstream.on(MESSAGES, json(period(message({ id: 7 }))));
    await stale.getByRole('button', { name: 'Try again' }).click();
    await stale.waitFor({ state: 'detached' });
    expect((await rowsOf(page)).map(([id]) => id)).toEqual(['7']);
  });

  it('shows two receipts if upstream sent an id twice', async () => {
    dashboard.upstream.on(MESSAGES, json(period(message(), message({ text: '' }))));
    const page = await dashboard.open('?receipt=1000');
    await settled(page);
    expect(await page.locator('dialog .total strong').allTextContents()).toEqual(['1.05', '1.00']);
  });
});
