import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The paper sizes that firms file. */
export type Paper = 'A4' | 'Letter';

/** The text of each sheet of the page in print, its margins included. */
export const printedSheets = async (page: Page, format: Paper = 'A4'): Promise<string[]> => {
  const data = new Uint8Array(await page.pdf({ format, preferCSSPageSize: true }));
  const loading = getDocument({ data, verbosity: 0 });
  const pdf = await loading.promise;
  const sheets: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const texts = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''));
    sheets.push(texts.join(''));
  }
  await loading.destroy();
  return sheets;
};
