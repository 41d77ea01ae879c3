import { expect, it } from '@jest/globals';
import { credits, toDecimal } from '../../src/pricing/credits.js';
import { answerWith } from './api-answers.js';
import { problemsAtWidths } from './at-widths.js';
import { searchOf } from './controls.js';
import { printedSheets } from './pdf.js';
import { cellsOf, describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

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
      '45.00 credits, priced by the report “Lease Abstract” (6101)',
    );
  });

  it('says when the message was sent, in the zone of the view and in the letters of upstream, and its share', async () => {
    const page = await dashboard.open('?receipt=2002&zone=Asia/Tokyo');
    await settled(page);
    expect(await page.locator('dialog .receipt-facts > div').allTextContents()).toEqual([
      'Sent02-03-2026 17:52 Asia/Tokyo',
      'As upstream wrote it2026-03-02T08:52:37.265Z',
      'Share of the period0.13 %',
    ]);
  });

  it('leads to those above and below in the order of the table, and back to the row of the last one', async () => {
    const page = await dashboard.open('?sort=-credits_used');
    const [first, second, third] = (await rowsOf(page)).map(([id]) => id);
    await page.getByRole('button', { name: `Message ${first}: open the receipt` }).click();
    const heading = page.getByRole('dialog').getByRole('heading', { level: 2 });
    await page.getByText('1 of 152').waitFor();
    expect(await page.getByRole('button', { name: 'Previous' }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('ArrowRight');
    expect(await heading.textContent()).toBe(`Message ${second}`);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await heading.textContent()).toBe(`Message ${first}`);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await heading.textContent()).toBe(`Message ${third}`);
    expect(new URL(page.url()).searchParams.get('receipt')).toBe(third);
    await settled(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.dataset.message')).toBe(third);
  });

  it('lists what was booked beside the price, and says so if that cannot be read', async () => {
    const answer = await dashboard.get<object>('/v1/usage/2002/receipt');
    const adjustment = {
      number: 3,
      kind: 'waiver',
      booked_in: '2026-03-02',
      credits: -4,
      now: 0.05,
      reason: 'Asked twice',
      author: 'ada',
      made_at: '2026-03-09T10:00:00.000Z',
    };
    const adjusted = { ...answer, adjustments: [adjustment] };
    const page = await dashboard.open('?receipt=2002', {}, answerWith({ '/v1/usage/2002/': JSON.stringify(adjusted) }));
    await settled(page);
    expect(await cellsOf(page.locator('dialog .adjustments tbody tr'))).toEqual([
      ['3: Asked twice waiver by ada, 09-03-2026 10:00', '-4.00', '0.05'],
    ]);
    const unknown = { ...answer, adjustments_unknown: true };
    const other = await dashboard.open('?receipt=2002', {}, answerWith({ '/v1/usage/2002/': JSON.stringify(unknown) }));
    await other.getByText('Adjustments cannot be read now').waitFor();
  });

  it('is printed alone, with its marks', async () => {
    const page = await dashboard.open('?receipt=2037');
    await settled(page);
    const sheets = await printedSheets(page);
    expect(sheets.length).toBe(1);
    expect(sheets[0]).toContain('Message 2037');
    expect(sheets[0]).toContain('19.70 credits');
    expect(sheets[0]).toContain('1 / 1');
    expect(sheets[0]).not.toContain('Credits by day');
    expect(sheets[0]).not.toContain('Previous');
    await page.emulateMedia({ media: 'print' });
    const adjust = "getComputedStyle(document.querySelector('.marked .band-1')).printColorAdjust";
    expect(await page.evaluate(adjust)).toBe('exact');
  });

  it('fits every window, light and dark, and is accessible', async () => {
    const page = await dashboard.open('?receipt=2037');
    await settled(page);
    expect(await problemsAtWidths(page, 'dialog')).toEqual([]);
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
      '2,917.30 credits under “token-estimate” instead of 3,047.15 under “standard”: -129.85 (-4 %)',
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
    expect(searchOf(page)).toBe('');
    await page.getByLabel('Type a message').fill('');
    expect(await page.locator('.estimated').textContent()).toBe('Nothing typed yet.');
  });
});
