import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { openExport } from './controls.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

describePage('the dashboard below a path prefix', () => {
  const dashboard = useDashboard(undefined, undefined, '/copilot');

  it('shows the whole page: bill, chart, receipts, comparison and estimates', async () => {
    const page = await dashboard.open('?candidate=token-estimate&receipt=2037');
    expect((await rowsOf(page)).length).toBe(152);
    expect(await page.locator('.plot canvas').count()).toBe(1);
    expect(await page.locator('.sample').count()).toBe(1);
    expect(await page.locator('dialog .total').count()).toBe(2);
    expect(await page.locator('.compared').count()).toBe(4);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByLabel('Type a message').fill('orbital latibro');
    await page.locator('.estimated .total').waitFor();
    expect(await page.locator('.estimated .total').textContent()).toBe('2.10 credits, price list “standard”');
  });

  it('keeps the prefix in a shared URL', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.getByLabel('Priced by').selectOption('report');
    const rows = await rowsOf(page);
    expect(page.url()).toBe(`${dashboard.url}/dashboard?zone=UTC&basis=report`);
    const colleague = await dashboard.open('?basis=report');
    expect(await rowsOf(colleague)).toEqual(rows);
  });

  it('works with a trailing slash', async () => {
    const page = await dashboard.open('/?basis=report');
    expect((await rowsOf(page)).length).toBe(39);
    expect(page.url()).toBe(`${dashboard.url}/dashboard?zone=UTC&basis=report`);
  });

  it('links to the file, the command and the receipt below the prefix', async () => {
    const page = await dashboard.open('?basis=report&receipt=2000');
    await settled(page);
    const receipt = page.getByRole('link', { name: 'This receipt in the API' });
    const href = await receipt.evaluate<string, { href: string }>((link) => link.href);
    expect(href).toBe(`${dashboard.url}/v1/usage/2000/receipt?spans=true`);
    expect((await fetch(href)).status).toBe(200);
    await page.getByRole('button', { name: 'Close' }).click();
    await openExport(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: true }).click(),
    ]);
    const csv = await (await fetch(`${dashboard.url}/v1/usage.csv?basis=report&time_zone=UTC`)).arrayBuffer();
    expect(await readFile(await download.path())).toEqual(Buffer.from(csv));
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`curl '${dashboard.url}/v1/usage?basis=report'`);
  });

  it.each(['/docs', '/docs/'])('has documentation that calls the API below the prefix: %s', async (path) => {
    const page = await dashboard.open();
    await page.goto(`${dashboard.url}${path}`);
    const operation = page.locator('.opblock', { has: page.locator('[data-path="/v1/rate-cards"]') });
    await operation.locator('.opblock-summary-control').click();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/v1/rate-cards')),
      operation.getByRole('button', { name: 'Execute' }).click(),
    ]);
    expect([answer.status(), answer.url()]).toEqual([200, `${dashboard.url}/v1/rate-cards`]);
  });
});
