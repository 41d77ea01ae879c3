import type { Page } from 'playwright-core';
import { settled } from './use-dashboard.js';

const menu = (page: Page, name: string) => page.locator('.filters .dropdown-button', { hasText: name });

/** Chooses an option of a filter with a search: `Report` or `Time zone`. */
export const choose = async (page: Page, name: string, option: string): Promise<void> => {
  await menu(page, name).click();
  await page.getByRole('combobox', { name: `Search: ${name}` }).fill(option);
  await page.keyboard.press('Enter');
  await settled(page);
};

/** The options of a filter with a search, in their order. */
export const optionsOf = async (page: Page, name: string): Promise<string[]> => {
  await menu(page, name).click();
  const options = await page.getByRole('listbox', { name }).getByRole('option').locator('span').allTextContents();
  await page.keyboard.press('Escape');
  return options;
};

/** Filters by two dates, the last one included. */
export const chooseDates = async (page: Page, from: string, to = from): Promise<void> => {
  await menu(page, 'Dates').click();
  await page.getByLabel('From', { exact: true }).fill(from);
  await page.getByLabel('To, included').fill(to);
  await page.getByRole('button', { name: 'Apply' }).click();
  await settled(page);
};

export const clearFilters = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await settled(page);
};

/** Opens the menu with the files. */
export const openExport = (page: Page): Promise<void> => page.getByRole('button', { name: 'Export' }).click();

/** The table's footer: `39 messages, 2,222.00`. */
export const totalsOf = async (page: Page): Promise<string> => {
  await settled(page);
  return (await page.locator('.usage tfoot').locator('th, td').allTextContents()).join(', ');
};

/** The query of the page's URL without the time zone, which is always there. */
export const searchOf = (page: Page): string => {
  const { searchParams } = new URL(page.url());
  searchParams.delete('zone');
  const rest = decodeURIComponent(searchParams.toString());
  return rest && `?${rest}`;
};
