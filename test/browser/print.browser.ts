import { expect, it } from '@jest/globals';
import { answerManyMessages } from './many-messages.js';
import { printedSheets } from './pdf.js';
import { describePage, rowsOf, useDashboard } from './use-dashboard.js';

describePage('the dashboard in print', () => {
  const dashboard = useDashboard();

  it.each(['A4', 'Letter'] as const)(
    'has every head of the table and the page number on each sheet (%s)',
    async (paper) => {
      const page = await dashboard.open('?zone=UTC');
      await rowsOf(page);
      const sheets = await printedSheets(page, paper);
      const withRows = sheets.filter((sheet) => (sheet.match(/\b2[01]\d\d\b/g) ?? []).length > 5);
      expect(withRows.length).toBeGreaterThan(2);
      for (const sheet of withRows) expect(sheet).toMatch(/Message ID[^]*Timestamp[^]*Report Name[^]*Credits Used/);
      expect(sheets.map((sheet) => /\d+ \/ \d+/.exec(sheet)?.[0])).toEqual(
        sheets.map((_, index) => `${index + 1} / ${sheets.length}`),
      );
    },
  );

  it('has all of 1,200 messages, though the screen draws only those in sight', async () => {
    const page = await dashboard.open('?zone=UTC', {}, answerManyMessages(1200));
    await rowsOf(page);
    const sheets = await printedSheets(page);
    expect(new Set(sheets.join('\n').match(/\b7[0-5]\d{3}\b/g)).size).toBe(1200);
    expect(sheets.filter((sheet) => !/\b7[0-5]\d{3}\b/.test(sheet)).length).toBeLessThan(4);
  });

  it('says what its controls say: period, dates, zone and filters', async () => {
    const page = await dashboard.open('?zone=UTC&basis=report');
    await rowsOf(page);
    const [sheet] = await printedSheets(page);
    expect(sheet).toContain('Period 2026-03-02 (open), 2 – 15 Mar 2026, time zone UTC');
    expect(sheet).toContain('39 of 152 messages');
    expect(sheet).not.toContain('Clear filters');
  });

  it('keeps the colours of the legend', async () => {
    const page = await dashboard.open('?zone=UTC');
    await rowsOf(page);
    await page.emulateMedia({ media: 'print' });
    const adjust = "getComputedStyle(document.querySelector('.legend .reports'), '::before').printColorAdjust";
    expect(await page.evaluate(adjust)).toBe('exact');
  });
});
