import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, useDashboard } from './use-dashboard.js';

describePage('the documentation at /docs', () => {
  const dashboard = useDashboard();

  const openDocs = async (colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await dashboard.open('', { colorScheme, viewport: { width: 1280, height: 900 } });
    await page.goto(`${dashboard.url}/docs`);
    await page.locator('.opblock').first().waitFor();
    return page;
  };

  const backgroundOf = (page: Page): Promise<unknown> =>
    page.evaluate('getComputedStyle(document.body).backgroundColor');

  it('opens on the bill, and sends it as filled in', async () => {
    const page = await openDocs('light');
    expect(await backgroundOf(page)).toBe('rgb(250, 250, 250)');
    const bill = page.locator('.opblock').first();
    expect(await bill.locator('.opblock-summary-path').innerText()).toBe('/v1/usage');
    expect((await bill.boundingBox())?.y).toBeLessThan(900);
    await bill.locator('.opblock-summary').click();
    await bill.locator('.execute').click();
    expect(await bill.locator('.live-responses-table .response .response-col_status').innerText()).toMatch(/^200\b/);
  });

  it('is dark if the system is', async () => {
    expect(await backgroundOf(await openDocs('dark'))).toBe('rgb(28, 32, 34)');
  });
});
