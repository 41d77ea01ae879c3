import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { searchOf } from './controls.js';
import { describePage, settled, useDashboard } from './use-dashboard.js';

type Box = { x: number; y: number; width: number; height: number };

const boxOf = async (page: Page, selector: string): Promise<Box> => {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  return (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
};

/** Drags over the whole first element that matches, and `dx` pixels beyond it. */
const dragOver = async (page: Page, selector: string, dx = 0): Promise<void> => {
  const { x, y, width, height } = await boxOf(page, selector);
  await page.mouse.move(x + 1, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.move(x + width - 1 + dx, y + height / 2);
  await page.mouse.up();
};

const selected = (page: Page): Promise<string> => page.evaluate('getSelection().toString().trim()');

describePage('selected text on the dashboard', () => {
  const dashboard = useDashboard();

  it.each([
    { what: 'a timestamp', selector: '.usage tbody time', text: '02-03-2026 08:14' },
    { what: 'a report name', selector: '.usage tbody td:nth-child(3)', text: 'Lease Abstract' },
    { what: 'an amount', selector: '.usage tbody td:nth-child(4)', text: '45.00' },
  ])('stays selected and opens no receipt: $what', async ({ selector, text }) => {
    const page = await dashboard.open();
    await settled(page);
    await dragOver(page, selector);
    expect(await selected(page)).toBe(text);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(searchOf(page)).toBe('');
    await page.locator('.usage tbody time').first().click();
    await page.getByRole('dialog').waitFor();
  });

  it('does not prevent a receipt from being opened by keyboard', async () => {
    const page = await dashboard.open();
    await settled(page);
    await dragOver(page, '.usage tbody time');
    await page.getByRole('button', { name: 'Message 2000: open the receipt' }).focus();
    expect(await selected(page)).toBe('02-03-2026 08:14');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(searchOf(page)).toBe('?receipt=2000');
  });

  it('keeps its receipt open if the mouse is released on the backdrop; a click there closes it', async () => {
    const page = await dashboard.open('?receipt=2002');
    await settled(page);
    const { x, y, height } = await boxOf(page, 'dialog .marked');
    await page.mouse.move(x + 60, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x, y + height / 2);
    await page.mouse.move(20, y + height / 2);
    await page.mouse.up();
    expect(await selected(page)).not.toBe('');
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.mouse.click(20, y + height / 2);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
