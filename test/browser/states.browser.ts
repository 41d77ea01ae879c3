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

  it('is no sample, and keeps the texts of messages to itself', async () => {
    const page = await dashboard.open('?receipt=1000');
    await settled(page);
    expect(await page.locator('.sample').count()).toBe(0);
    expect(await page.getByText('This service keeps the texts of messages to itself').isVisible()).toBe(true);
    expect(await page.locator('.marked').count()).toBe(0);
  });

  it('that is down says what failed and in which request, and tries again', async () => {
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

  it('that is slow shows the places of what will come, and moves nothing when it does', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    dashboard.upstream.on(MESSAGES, after(answered, json(period(message()))));
    const page = await dashboard.open();
    await page.locator('.card.skeleton').first().waitFor();
    const places = () =>
      page
        .locator('.card, .chart, .usage thead')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const before = await places();
    answer();
    await settled(page);
    expect(await places()).toEqual(before);
  });

  it('with an empty period says that nothing was used', async () => {
    dashboard.upstream.on(MESSAGES, json(period()));
    const page = await dashboard.open();
    await page.getByRole('heading', { name: 'Nothing was used yet' }).waitFor();
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('with 5,000 messages shows the first rows at once, and more when asked', async () => {
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

  it('with more messages than the table shows writes no address that it would refuse', async () => {
    dashboard.upstream.on(MESSAGES, json(period(...ENTRIES(10_400))));
    const page = await dashboard.open('?rows=9800');
    expect((await rowsOf(page)).length).toBe(9800);
    await page.getByRole('button', { name: 'Show 200 more' }).click();
    expect((await rowsOf(page)).length).toBe(10_000);
    expect(new URL(page.url()).search).toBe('?rows=10000');
    expect(await page.getByRole('button', { name: /Show \d+ more/ }).count()).toBe(0);
    const end = page.getByText('The table has no more than 10000 rows. The files below have all of them.');
    expect(await end.isVisible()).toBe(true);
    await page.reload();
    expect((await rowsOf(page)).length).toBe(10_000);
    expect(await page.locator('.notice').count()).toBe(0);
  });

  it('shows two receipts where upstream sent an id twice', async () => {
    dashboard.upstream.on(MESSAGES, json(period(message(), message({ text: '' }))));
    const page = await dashboard.open('?receipt=1000');
    await settled(page);
    expect(await page.locator('dialog .total strong').allTextContents()).toEqual(['1.05', '1.00']);
  });
});
