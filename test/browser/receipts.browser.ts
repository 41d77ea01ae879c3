import { expect, it } from '@jest/globals';
import { credits, toDecimal } from '../../src/pricing/credits.js';
import { describePage, settled, useDashboard } from './use-dashboard.js';

interface Receipt {
  readonly text: string;
  readonly credits_used: number;
  readonly lines: readonly { label: string; running_total: number; parts?: readonly { quantity: number }[] }[];
}

describePage('a receipt on the dashboard', () => {
  const dashboard = useDashboard();

  it('opens from its row by keyboard, shows the lines of the API, and returns the focus', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.getByRole('button', { name: 'Message 2002: open the receipt' }).focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const receipt = await dashboard.get<Receipt>('/v1/usage/2002/receipt');
    const lines = page.locator('dialog .lines tbody tr:not(.part)');
    expect(await lines.locator('td:last-child').allTextContents()).toEqual(
      receipt.lines.map(({ running_total: total }) => toDecimal(credits(total))),
    );
    expect(await page.locator('dialog .total').textContent()).toBe(
      '4.05 credits, priced by its text with price list “standard”',
    );
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
      'Message 2002: open the receipt',
    );
  });

  it('marks every charged word by its band, third vowels and repeated words', async () => {
    const page = await dashboard.open('?receipt=2037');
    await settled(page);
    const { text } = await dashboard.get<Receipt>('/v1/usage/2037/receipt');
    expect(await page.locator('.marked').textContent()).toBe(text);
    const characters = async (mark: string): Promise<string> =>
      (await page.locator(`.marked ${mark}`).allTextContents()).join('');
    expect((await characters('.vowel')).length).toBe(16);
    expect(await characters('.band-2')).toBe('tenant’sobligationdecorate');
    expect(await characters('.repeated')).toBe('thethethe');
    expect(await page.locator('.marks li').allTextContents()).toEqual([
      'Words of 1-3 characters',
      'Words of 4-7 characters',
      'Words of 8 or more characters',
      'a Vowel in a third place',
      'word Repeated word: no bonus',
    ]);
  });

  it('says which report priced a message', async () => {
    const page = await dashboard.open('?receipt=2000');
    await settled(page);
    expect(await page.locator('dialog .total').textContent()).toBe(
      '45.00 credits, priced by the report “Lease Abstract”',
    );
  });

  it('can be copied as text, and links to its API resource', async () => {
    const page = await dashboard.open('?receipt=2002');
    await settled(page);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.locator('dialog').getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^Message 2002 of .* cost 4\.05 credits\.\n/);
    expect(await page.getByRole('link', { name: 'This receipt in the API' }).getAttribute('href')).toBe(
      `${dashboard.url}/v1/usage/2002/receipt?spans=true`,
    );
  });

  it('stands beside the receipt under the candidate price list', async () => {
    const page = await dashboard.open('?candidate=token-estimate');
    await settled(page);
    expect(await page.locator('.price-lists > .total').textContent()).toBe(
      '2917.30 credits under “token-estimate” instead of 3047.15 under “standard”: −129.85 (−4 %)',
    );

    await page.getByRole('button', { name: 'Message 2037: open both receipts' }).click();
    await settled(page);
    expect(await page.locator('dialog .total').allTextContents()).toEqual([
      '19.70 credits, priced by its text with price list “standard”',
      '11.00 credits, priced by its text with price list “token-estimate”',
    ]);
  });

  it('appears for a message while it is typed', async () => {
    const page = await dashboard.open();
    await page.getByLabel('Type a message').fill('orbital latibro');
    await page.locator('.estimated .total').waitFor();
    expect(await page.locator('.estimated .total').textContent()).toBe('2.10 credits, price list “standard”');
    expect(new URL(page.url()).search).toBe('');
    await page.getByLabel('Type a message').fill('');
    expect(await page.locator('.estimated').textContent()).toBe('Nothing typed yet.');
  });
});
