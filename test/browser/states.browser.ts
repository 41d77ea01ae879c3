import { beforeEach, expect, it } from '@jest/globals';
import { after, json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { accessProblemsOf } from './axe.js';
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
    expect(await failure.textContent()).toMatch(/GET \/messages\/current-period answered 503.*Request [\w-]{36}/);
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
    await page.locator('.card.skeleton').first().waitFor();
    const positions = () =>
      page
        .locator('.card, .chart, .usage thead')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const before = await positions();
    answer();
    await settled(page);
    expect(await positions()).toEqual(before);
  });

  it('says so when the period has no messages', async () => {
    dashboard.upstream.on(MESSAGES, json(period()));
    const page = await dashboard.open();
    await page.getByRole('heading', { name: 'No usage yet' }).waitFor();
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('shows the first 250 of 5,000 messages, and more on request', async () => {
    dashboard.upstream.on(MESSAGES, json(period(...ENTRIES(5000))));
    const page = await dashboard.open();
    expect((await rowsOf(page)).length).toBe(250);
    expect(await page.locator('.count').textContent()).toBe('5000 messages, 5250.00 credits (the first 250 are shown)');
    await page.getByRole('button', { name: 'Show 250 more' }).click();
    expect((await rowsOf(page)).length).toBe(500);
    const most = await dashboard.open('?rows=5000');
    expect((await rowsOf(most)).length).toBe(5000);
    await most.locator('.usage th button').last().click();
    expect((await rowsOf(most)).length).toBe(5000);
  });

  it('never writes a URL with more rows than it accepts', async () => {
    dashboard.upstream.on(MESSAGES, json(period(...ENTRIES(10_400))));
    const page = await dashboard.open('?rows=9800');
    expect((await rowsOf(page)).length).toBe(9800);
    await page.getByRole('button', { name: 'Show 200 more' }).click();
    expect((await rowsOf(page)).length).toBe(10_000);
    expect(new URL(page.url()).search).toBe('?rows=10000');
    expect(await page.getByRole('button', { name: /Show \d+ more/ }).count()).toBe(0);
    const end = page.getByText('The table shows at most 10000 rows. The files below contain all of them.');
    expect(await end.isVisible()).toBe(true);
    await page.reload();
    expect((await rowsOf(page)).length).toBe(10_000);
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('shows two receipts if upstream sent an id twice', async () => {
    dashboard.upstream.on(MESSAGES, json(period(message(), message({ text: '' }))));
    const page = await dashboard.open('?receipt=1000');
    await settled(page);
    expect(await page.locator('dialog .total strong').allTextContents()).toEqual(['1.05', '1.00']);
  });
});
