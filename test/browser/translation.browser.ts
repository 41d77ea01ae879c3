import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose, chooseDates, clearFilters } from './controls.js';
import { describePage, settled, useDashboard } from './use-dashboard.js';

/**
 * Imitates a browser's translation: wraps every text, now and after each change, in two `font`
 * elements. `moves` says whether the text node itself is moved into them, or replaced by a copy.
 * Unlike a browser it ignores `translate="no"`.
 */
const TRANSLATION = `(moves) => {
  const isDone = (text) => text.parentElement.closest('font') || text.data.trim() === '';
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter((each) => !isDone(each))) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      text.replaceWith(outer);
      inner.append(moves ? text : text.data);
    }
  };
  translate();
  new MutationObserver(translate).observe(document.body, { childList: true, characterData: true, subtree: true });
}`;

/** All text of the page except the time of the data. */
const wordsOf = async (page: Page): Promise<string[]> => {
  await settled(page);
  return page
    .locator(
      '#dashboard :is(h1, h2, h3, .figure, .note, .chip, .filter-summary, .count, .day-details, caption, th, td, dialog p, option, li)',
    )
    .evaluateAll((elements) => elements.map((element) => element.textContent));
};

interface Step {
  readonly what: string;
  readonly act: (page: Page) => Promise<unknown>;
}

const STEPS: readonly Step[] = [
  { what: 'a filter', act: (page) => page.getByLabel('Priced by').selectOption('report') },
  { what: 'a sort', act: (page) => page.locator('.usage th button').last().click() },
  { what: 'a second sort', act: (page) => page.locator('.usage th button').first().click() },
  { what: 'a day', act: (page) => chooseDates(page, '2026-03-10') },
  { what: 'a zone', act: (page) => choose(page, 'Time zone', 'Auckland') },
  { what: 'all again', act: (page) => clearFilters(page) },
  { what: 'a price list', act: (page) => page.getByRole('button', { name: 'Compare: Token estimate' }).click() },
  { what: 'a receipt', act: (page) => page.locator('.usage tbody tr').nth(3).click() },
  { what: 'no receipt', act: (page) => page.getByRole('button', { name: 'Close' }).click() },
  { what: 'another receipt', act: (page) => page.locator('.usage tbody tr').nth(150).click() },
];

describePage('the dashboard under a browser translation', () => {
  const dashboard = useDashboard();

  it.each([
    { how: 'moves each text', moves: true },
    { how: 'replaces each text', moves: false },
  ])('that $how shows the same text as a fresh load, after every step', async ({ moves }) => {
    const page = await dashboard.open();
    await settled(page);
    await page.evaluate(`(${TRANSLATION})(${moves})`);
    expect(await page.locator('.note font font').count()).toBeGreaterThan(0);
    for (const { what, act } of STEPS) {
      const before = page.url();
      await act(page);
      await page.waitForURL((url) => url.href !== before);
      const fresh = await dashboard.open(new URL(page.url()).search);
      expect({ what, words: await wordsOf(page) }).toEqual({ what, words: await wordsOf(fresh) });
      await fresh.context().close();
    }
  });

  it('shows the price of the current text, not of the previous one', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.evaluate(`(${TRANSLATION})(false)`);
    for (const [text, total] of [
      ['orbital latibro', '2.10'],
      ['aba', '2.00'],
    ] as const) {
      await page.getByLabel('Type a message').fill(text);
      await page.locator('.estimated .total').getByText(total, { exact: true }).waitFor();
    }
    await page.getByLabel('Type a message').fill('');
    await page.locator('.estimated').getByText('Nothing typed yet.').waitFor();
    expect(await page.locator('.estimated').textContent()).toBe('Nothing typed yet.');
  });

  it('keeps the focus on a button whose text changes', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.evaluate(`(${TRANSLATION})(false)`);
    await page.locator('.usage th button').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'credits_used');
    await settled(page);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Credits Used↑');
  });

  it('is asked to leave names and numbers unchanged', async () => {
    const page = await dashboard.open('?receipt=2002&candidate=token-estimate');
    await settled(page);
    const translated = await page
      .locator('.figure, .usage tbody tr:not(.space) td, .count, .total strong, td.amount, .total-dates, code')
      .evaluateAll((elements) => elements.filter((element) => element.closest('[translate=no]') === null).length);
    expect(translated).toBe(0);
  });
});
