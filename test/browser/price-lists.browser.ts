import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { problemsAtWidths } from './at-widths.js';
import { accessProblemsOf } from './axe.js';
import { cellsOf, describePage, settled, useDashboard } from './use-dashboard.js';

const CARD = { id: 'mine', title: 'Mine', rules: [{ rule: 'base_cost', credits: 2 }] };

const headline = (page: Page, text: string) => page.locator('.price-lists > .total').getByText(text);

const changeStandard = async (page: Page): Promise<void> => {
  await settled(page);
  await page.getByRole('button', { name: 'Change its numbers: Standard' }).click();
  await page.locator('.card-editor').waitFor();
};

const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('button', { name: 'Paste a card' }).click();
  await page.getByLabel('Paste a rate card here').fill(text);
};

const table = (page: Page, caption: string) =>
  page.locator('.price-lists').getByRole('region', { name: caption }).locator('tbody tr');

describePage('the price lists on the dashboard', () => {
  const dashboard = useDashboard(undefined, /status of 400/);

  it('compare with one of the service, with the largest changes in both directions', async () => {
    const page = await dashboard.open('?zone=UTC');
    await settled(page);
    await page.getByRole('button', { name: 'Compare: Token estimate' }).click();
    await page.locator('.compared-result').waitFor();
    expect(new URL(page.url()).search).toContain('candidate=token-estimate');
    expect(await page.locator('.directions > div').allTextContents()).toEqual([
      'Cost more40 messages, +34.25',
      'Cost less66 messages, -164.10',
      'Unchanged46 messages',
    ]);
    expect((await cellsOf(table(page, 'Messages that cost more')))[0]).toEqual(['2118', '3.85', '6.10', '+2.25']);
    expect((await cellsOf(table(page, 'Messages that cost less')))[0]).toEqual(['2037', '19.70', '11.00', '-8.70']);
    expect((await cellsOf(table(page, 'By day')))[0]).toEqual(['2 Mar 2026', '270.65', '248.00', '-22.65']);
    expect((await cellsOf(table(page, 'By report that the messages name')))[0]).toEqual([
      'No report',
      '770.30',
      '647.80',
      '-122.50',
    ]);
  });

  it('can be shared by a link while the service has them', async () => {
    const page = await dashboard.open('?candidate=token-estimate');
    await settled(page);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.locator('.card-choice').getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
  });

  it('answer a changed number at once, from its field and from its slider', async () => {
    const page = await dashboard.open('?candidate=token-estimate');
    await changeStandard(page);
    expect(new URL(page.url()).search).not.toContain('candidate');
    const rate = page.getByLabel('Credits per character', { exact: true });
    await rate.fill('0.07');
    await headline(page, '3,184.50 credits under “standard-changed”').waitFor();
    expect(await page.locator('.number-field').getByText('was 0.05').count()).toBe(1);
    await page.getByLabel('Credits per character, slider').focus();
    await page.keyboard.press('Home');
    expect(await rate.inputValue()).toBe('0');
    await headline(page, 'instead of 3,047.15 under “standard”').waitFor();
    await page.getByRole('button', { name: 'Reset the numbers' }).click();
    await headline(page, '3,047.15 credits under “standard-changed”').waitFor();
  });

  it('keep the answer to the last of many changes', async () => {
    let answerFirst = (): void => undefined;
    const page = await dashboard.open('?zone=UTC', {}, async (opened) => {
      const held = new Promise<void>((resolve) => (answerFirst = resolve));
      await opened.route('**/v1/usage/comparison?*', (route) => held.then(() => route.continue()), { times: 1 });
    });
    const asked = page.waitForRequest('**/v1/usage/comparison?*');
    await changeStandard(page);
    await asked;
    await page.getByLabel('Credits per character', { exact: true }).fill('0.07');
    await headline(page, '3,184.50 credits').waitFor();
    answerFirst();
    await settled(page);
    expect(await headline(page, '3,184.50 credits').count()).toBe(1);
  });

  it('show what is wrong with a number at its field, and what else is wrong below the text', async () => {
    const page = await dashboard.open('?zone=UTC');
    await changeStandard(page);
    const rate = page.getByLabel('Credits per character', { exact: true });
    await rate.fill('0.00001');
    await page.locator('.number-field').getByText('0.00001 has more than 4 decimals').waitFor();
    expect(await rate.getAttribute('aria-invalid')).toBe('true');
    await rate.fill('five');
    expect(await page.locator('.number-field').getByText('must be a number').count()).toBe(1);
    await paste(page, JSON.stringify({ ...CARD, rules: [{ rule: 'base_price', credits: 2 }] }));
    await page.locator('#card-problems').getByText('rules[0].rule').waitFor();
    await page.getByLabel('Paste a rate card here').fill('{"id":');
    await page.locator('#card-problems').getByText('is not JSON').waitFor();
    expect(await accessProblemsOf(page, '.price-lists')).toEqual([]);
  });

  it('take a card that is pasted or dropped, and save it as a file', async () => {
    const page = await dashboard.open('?zone=UTC');
    await settled(page);
    await paste(page, JSON.stringify(CARD));
    await headline(page, 'credits under “mine”').waitFor();
    const text = JSON.stringify({ ...CARD, id: 'dropped' });
    const data = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(text)}], 'x.json')); return data; })()`,
    );
    await page.locator('.price-lists').dispatchEvent('drop', { dataTransfer: data });
    await headline(page, 'credits under “dropped”').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as JSON' }).click();
    expect((await download).suggestedFilename()).toBe('dropped.json');
    expect(await readFile(await (await download).path(), 'utf8')).toBe(text);
  });

  it('fit every window, light and dark, and are accessible', async () => {
    const page = await dashboard.open('?zone=UTC');
    await changeStandard(page);
    await page.locator('.compared-result').waitFor();
    expect(await problemsAtWidths(page, '.price-lists')).toEqual([]);
  });
});
