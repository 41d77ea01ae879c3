import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessProblemsOf } from './axe.js';
import { openExport } from './controls.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const KEY = 'ccu_key-of-the-administrator';
const USAGE_ONLY = 'ccu_key-of-reporting';
const SCRAPER = 'ccu_key-of-the-scraper';
const entry = (name: string, key: string, scopes: string): string =>
  `${name}:${createHash('sha256').update(key).digest('hex')}:${scopes}`;

const API_KEYS = [
  entry('administrator', KEY, 'usage:read+receipts:read+text:read'),
  entry('reporting', USAGE_ONLY, 'usage:read'),
  entry('scraper', SCRAPER, 'metrics:read'),
].join(',');

const form = (page: Page) => page.getByRole('heading', { name: 'This service requires an API key' });

const enter = async (page: Page, key: string): Promise<void> => {
  await page.getByLabel('Your key').fill(key);
  await page.getByRole('button', { name: 'Use this key' }).click();
};

const inBrowser = (page: Page): Promise<string> =>
  page.evaluate('JSON.stringify([location.href, document.cookie, { ...localStorage }, history.state])');

describePage('the dashboard of a service with keys', () => {
  const dashboard = useDashboard(
    { COPILOT_API_BASE_URL: 'sample', API_KEYS },
    /401 \(Unauthorized\)|403 \(Forbidden\)/,
  );

  const openWith = async (key: string, query = ''): Promise<Page> => {
    const page = await dashboard.open(query);
    await enter(page, key);
    await settled(page);
    return page;
  };

  it.each(['light', 'dark'] as const)('asks for a key, and shows no data before: %s', async (colorScheme) => {
    const page = await dashboard.open('', { colorScheme });
    await form(page).waitFor();
    expect(await page.locator('.card, .chart, .usage, .estimate').count()).toBe(0);
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('rejects an unknown key, and shows the bill with a known one', async () => {
    const page = await dashboard.open('?sort=-credits_used');
    await enter(page, 'ccu_key-of-nobody');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('The API key is not known to this service');
    expect(await accessProblemsOf(page)).toEqual([]);
    await enter(page, ` ${KEY} `);
    expect((await rowsOf(page))[0]).toEqual(['2033', '04-03-2026 10:51', 'Acquisition Due Diligence', '115.00']);
  });

  it('keeps the key in its tab only: not in a URL, a cookie or another tab', async () => {
    const page = await dashboard.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await enter(page, KEY);
    await settled(page);
    await page.locator('.usage th button').last().click();
    await settled(page);
    expect(await inBrowser(page)).not.toContain(KEY);
    expect(asked.filter((url) => url.includes(KEY))).toEqual([]);

    await page.reload();
    await settled(page);
    expect(await page.locator('.usage').count()).toBe(1);

    const other = await page.context().newPage();
    await other.goto(page.url());
    await form(other).waitFor();
    expect(await other.locator('.usage').count()).toBe(0);
  });

  it('forgets the key together with all data that it gave access to', async () => {
    const page = await openWith(KEY, '?receipt=2002');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await form(page).waitFor();
    expect(await page.locator('.card, .chart, .usage, dialog').count()).toBe(0);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(await page.content()).not.toMatch(/Lease Abstract|3,047\.15/);
  });

  it.each(['CSV', 'NDJSON'])('saves the same file as the API serves: %s', async (format) => {
    const page = await openWith(KEY, '?sort=-credits_used');
    await openExport(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format, exact: true }).click(),
    ]);
    const path = `/v1/usage.${format.toLowerCase()}?sort=-credits_used&time_zone=UTC`;
    const ofApi = await fetch(`${dashboard.url}${path}`, { headers: { 'X-API-Key': KEY } });
    expect(download.suggestedFilename()).toBe(`credit-usage.${format.toLowerCase()}`);
    expect(await readFile(await download.path())).toEqual(Buffer.from(await ofApi.arrayBuffer()));
  });

  it('saves a receipt, and copies it as text', async () => {
    const page = await openWith(KEY, '?receipt=2002');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'This receipt as a file' }).click(),
    ]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({ credits_used: 4.05 });
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^Message 2002 .* cost 4\.05 credits\./);
  });

  it('copies a command with a placeholder instead of the key', async () => {
    const page = await openWith(KEY);
    await openExport(page);
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `curl -H "Authorization: Bearer $API_KEY" '${dashboard.url}/v1/usage'`,
    );
  });

  it('says which scope a key lacks', async () => {
    const page = await openWith(SCRAPER);
    const failure = page.getByRole('alert').first();
    expect(await failure.getByRole('heading').textContent()).toBe('The key lacks the required scope');
    expect(await failure.textContent()).toContain('The key "scraper" does not have the scope usage:read');
    expect(await page.getByRole('button', { name: 'Forget the key' }).isVisible()).toBe(true);
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it('shows what the key may read, and reports the missing scope for the rest', async () => {
    const page = await openWith(USAGE_ONLY, '?receipt=2002');
    const refusal = page.locator('dialog').getByRole('alert');
    expect(await refusal.textContent()).toContain('The key "reporting" does not have the scope receipts:read');
    expect((await rowsOf(page)).length).toBe(152);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Type a message').fill('aba');
    await page.locator('.estimate').getByRole('alert').waitFor();
    expect(await page.locator('.estimate').getByRole('alert').textContent()).toContain('receipts:read');
  });
});

describePage('the documentation of a service with keys', () => {
  const dashboard = useDashboard({ COPILOT_API_BASE_URL: 'sample', API_KEYS }, /401 \(Unauthorized\)/);

  it.each([{ scheme: 'bearer' }, { scheme: 'apiKey' }])('sends the authorized key: $scheme', async ({ scheme }) => {
    const page = await dashboard.open();
    await form(page).waitFor();
    await page.goto(`${dashboard.url}/docs`);
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const field = scheme === 'bearer' ? '#auth-bearer-value' : '#api_key_value';
    await page.locator(field).fill(KEY);
    const box = page.locator('.auth-container', { has: page.locator(field) });
    await box.getByRole('button', { name: 'Apply credentials' }).click();
    await page.getByRole('button', { name: 'Close' }).first().click();
    const operation = page.locator('.opblock', { has: page.locator('[data-path="/v1/rate-cards"]') });
    await operation.locator('.opblock-summary-control').click();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/v1/rate-cards')),
      operation.getByRole('button', { name: 'Execute' }).click(),
    ]);
    expect(answer.status()).toBe(200);
    expect(answer.url()).not.toContain(KEY);
  });
});
