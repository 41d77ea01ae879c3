import { expect, it } from '@jest/globals';
import { printedSheets } from './pdf.js';
import { describePage, rowsOf, useDashboard } from './use-dashboard.js';

describePage('the dashboard in print', () => {
  const dashboard = useDashboard();

  it.each(['A4', 'Letter'] as const)(
    'has every head of the table and the page number on each sheet (%s)',
    async (paper) => {
      const page = await dashboard.open();
      await rowsOf(page);
      const sheets = await printedSheets(page, paper);
      const withRows = sheets.filter((sheet) => /\d\d-03-2026 \d\d:\d\d/.test(sheet));
      expect(withRows.length).toBeGreaterThan(2);
      for (const sheet of withRows) expect(sheet).toMatch(/Message ID[^]*Timestamp[^]*Report Name[^]*Credits Used/);
      expect(sheets.map((sheet) => /\d+ \/ \d+/.exec(sheet)?.[0])).toEqual(
        sheets.map((_, index) => `${index + 1} / ${sheets.length}`),
      );
    },
  );

  it('keeps the colours of the legend', async () => {
    const page = await dashboard.open();
    await rowsOf(page);
    await page.emulateMedia({ media: 'print' });
    const adjust = "getComputedStyle(document.querySelector('.legend .reports'), '::before').printColorAdjust";
    expect(await page.evaluate(adjust)).toBe('exact');
  });
});
