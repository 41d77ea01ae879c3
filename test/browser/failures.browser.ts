import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessProblemsOf } from './axe.js';
import { totalsOf } from './controls.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

interface Failure {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const problem = (status: number, title: string, detail: string): string =>
  JSON.stringify({ type: 'tag:x', title, status, detail, instance: 'asked-by-the-page' });

/** Fails every API request whose path starts with one of these; `/` matches the index alone. */
const failing =
  ({ status, headers = {}, body = '' }: Failure, ...paths: readonly string[]) =>
  (page: Page) =>
    page.route(
      (url) => paths.some((path) => (path === '/' ? url.pathname === '/' : url.pathname.startsWith(path))),
      (route) => route.fulfill({ status, headers: { 'Content-Type': 'application/problem+json', ...headers }, body }),
    );

const LIMITED: Failure = {
  status: 429,
  headers: { 'Retry-After': '41' },
  body: problem(429, 'Too many requests', 'The limit is 120 requests a minute'),
};
const BUSY: Failure = {
  status: 503,
  headers: { 'Retry-After': '1' },
  body: problem(503, 'The service is overloaded', 'It has more requests than it can answer in time'),
};
const CONFLICT: Failure = { status: 409, body: problem(409, 'The bill has changed', 'Start again without cursor') };
const GATEWAY: Failure = { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad Gateway</h1>' };
const NULL: Failure = { status: 500, body: 'null' };
const SIGN_IN: Failure = { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Sign in</h1>' };

describePage('the dashboard over a failing API', () => {
  const dashboard = useDashboard(undefined, /Failed to load resource/);

  it.each`
    what                   | failure     | words
    ${'too many requests'} | ${LIMITED}  | ${['Too many requests', 'The limit is 120 requests a minute', 'Try again in 41 seconds.', 'asked-by-the-page']}
    ${'overload'}          | ${BUSY}     | ${['The service is overloaded', 'It has more requests than it can answer in time', 'Try again in 1 second.']}
    ${'a conflict'}        | ${CONFLICT} | ${['The bill has changed', 'Start again without cursor', 'Try again in a moment.']}
    ${'a bad gateway'}     | ${GATEWAY}  | ${['The service answered with status 502', 'Try again in a moment.']}
    ${'a body of null'}    | ${NULL}     | ${['The service answered with status 500', 'Try again in a moment.']}
    ${'a sign-in page'}    | ${SIGN_IN}  | ${['The service cannot be reached', 'Something other than the service answered', 'Reload this page.']}
  `('shows the problem and advice, and recovers on a retry: $what', async ({ failure, words }) => {
    const page = await dashboard.open('', {}, failing(failure as Failure, '/v1/usage'));
    const shown = page.locator('.failure').first();
    await shown.waitFor();
    const text = await shown.textContent();
    for (const each of words as string[]) expect(text).toContain(each);
    expect(await accessProblemsOf(page)).toEqual([]);
    await page.unrouteAll();
    await shown.getByRole('button', { name: 'Try again' }).click();
    expect((await rowsOf(page)).length).toBe(152);
    expect(await page.locator('.failure').count()).toBe(0);
  });

  it('says that the service cannot be reached when nothing answers', async () => {
    const page = await dashboard.open('', {}, (each) => each.route('**/v1/**', (route) => route.abort()));
    const failure = page.locator('.failure').first();
    await failure.waitFor();
    expect(await failure.locator('h2, p').allTextContents()).toEqual([
      'The service cannot be reached',
      'The service gave no answer.',
      'Check your network connection, then try again.',
    ]);
  });

  it('reports each missing part in its place, and shows the rest', async () => {
    const page = await dashboard.open('', {}, async (each) => {
      await failing(LIMITED, '/', '/v1/rate-cards')(each);
      await each.route('**/v1/usage?sort=-credits_used&limit=1', (route) =>
        route.fulfill({ status: 503, headers: BUSY.headers ?? {}, body: BUSY.body ?? '' }),
      );
    });
    expect((await rowsOf(page)).length).toBe(152);
    expect(await page.locator('.card').nth(3).textContent()).toBe('Most expensive message–The service is overloaded');
    expect(await page.locator('.sample').textContent()).toBe(
      'Could not find out whether this is sample data: Too many requests.',
    );
    expect(await page.locator('.price-lists .failure').textContent()).toContain('Try again in 41 seconds.');
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('shows no stale totals when the totals fail', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.route('**/v1/usage/summary?granularity=P1M*', (route) =>
      route.fulfill({ status: 503, headers: BUSY.headers ?? {}, body: BUSY.body ?? '' }),
    );
    await page.getByLabel('Priced by').selectOption('report');
    await page.locator('.failure').waitFor();
    expect(await page.locator('.count').count()).toBe(0);
    expect(await page.locator('.failure').textContent()).toContain('Try again in 1 second.');
  });

  it('never shows the totals of one list over the rows of another, even if the totals are slow', async () => {
    const page = await dashboard.open();
    await settled(page);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/v1/usage/summary?granularity=P1M*', async (route) => {
      await released;
      await route.continue();
    });
    const listed = page.waitForResponse((response) => response.url().includes('/v1/usage?basis=report'));
    await page.getByLabel('Priced by').selectOption('report');
    await (await listed).finished();
    expect(await page.locator('.usage[aria-busy=true] tbody tr').count()).toBe(152);
    expect(await page.locator('.count').textContent()).toBe('152 messages');
    release();
    expect((await rowsOf(page)).length).toBe(39);
    expect(await totalsOf(page)).toBe('39 messages, 2,222.00');
  });
});
