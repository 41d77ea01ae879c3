import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerWith, summaryOf } from './api-answers.js';
import { problemsAtWidths } from './at-widths.js';
import { answerManyMessages } from './many-messages.js';
import { printedSheets } from './pdf.js';
import { cellsOf, describePage, useDashboard } from './use-dashboard.js';

interface Period {
  readonly digest: string;
  readonly manifest: { readonly lines: { readonly sha256: string } };
}

/** Resolves when the statement is read. */
const read = async (page: Page): Promise<void> => {
  await page.locator('.statement-page [aria-busy=false] .statement').waitFor();
};

const rowsOf = (page: Page, table: string): Promise<string[][]> =>
  cellsOf(page.getByRole('table', { name: table }).locator('tr'));

/** More than a hundred sheets are drawn and read: minutes on a busy machine. */
const PRINTING_MS = 600_000;

const MESSAGE_HEADS = /Message ID[^]*Timestamp[^]*Report Name[^]*Credits Used/;

/** The sheets that lack the name of the statement, its period, or their number. */
const withoutHead = (sheets: readonly string[]): string[] =>
  sheets.filter((sheet, index) =>
    ['statement of credits', 'Period 2026-03-02', `${index + 1} / ${sheets.length}`].some(
      (text) => !sheet.includes(text),
    ),
  );

describePage('the statement of a period', () => {
  const dashboard = useDashboard();

  it('says whose it is, of which period, by which price list and as of when', async () => {
    const page = await dashboard.open('?view=statement&period=2026-02-02&zone=Europe/Berlin');
    await read(page);
    const facts = Object.fromEntries(await cellsOf(page.locator('.statement header dl > div')));
    expect(facts).toEqual({
      Period: '2026-02-02',
      Dates: '2 – 27 Feb 2026',
      'Time zone': 'Europe/Berlin',
      'Price list': 'Standard (standard)',
      'As of': expect.stringMatching(/^\d\d-\d\d-\d{4} \d\d:\d\d \(Europe\/Berlin\)$/),
      Request: expect.stringMatching(/^[\da-f-]{36}$/),
    });
    expect(await page.locator('.statement .status').textContent()).toMatch(/^Closed on .*: final\.$/);
  });

  it('adds up by report and by day, without the filters of the page', async () => {
    const page = await dashboard.open('?zone=UTC&view=statement&basis=report');
    await read(page);
    const [byReport, byDay] = [await rowsOf(page, 'By report'), await rowsOf(page, 'By day (UTC)')];
    expect(byReport[1]).toEqual(['Acquisition Due Diligence', '6264', '5', '18.87 %', '575.00']);
    expect(byReport.at(-1)).toEqual(['Total', '', '152', '', '3,047.15']);
    expect(byDay.length).toBe(1 + 14 + 1);
    expect(byDay.at(-1)).toEqual(['Total', '152', '2,222.00', '825.15', '3,047.15']);
    expect(await cellsOf(page.locator('.totals tr'))).toEqual([
      ['152 messages', '3,047.15'],
      ['Adjustments', '0.00'],
      ['Total in credits', '3,047.15'],
    ]);
  });

  it('has the digest of a closed period and what it covers', async () => {
    const page = await dashboard.open('?zone=UTC&view=statement&period=2026-02-02');
    await read(page);
    const { digest, manifest } = await dashboard.get<Period>('/v1/periods/2026-02-02');
    const seal = Object.fromEntries(await cellsOf(page.locator('.seal dl > div')));
    expect(seal).toMatchObject({ 'Digest of the manifest': digest, 'lines.sha256': manifest.lines.sha256 });
  });

  it('has the adjustments that were booked in the period, and adds them to its total', async () => {
    const details = await dashboard.get<object>('/v1/periods/2026-02-02');
    const adjustment = {
      number: 3,
      kind: 'waiver',
      booked_in: '2026-02-02',
      message: { period: '2026-01-05', id: 1003, nth: 0 },
      credits: -4.5,
      now: 0.05,
      reason: 'Asked twice',
      author: 'ada',
      made_at: '2026-02-09T10:00:00.000Z',
    };
    const answers = {
      '/v1/periods/2026-02-02': JSON.stringify({ ...details, adjustments: -4.5 }),
      '/v1/adjustments': JSON.stringify({ adjustments: [adjustment] }),
    };
    const page = await dashboard.open('?zone=UTC&view=statement&period=2026-02-02', {}, answerWith(answers));
    await read(page);
    expect((await rowsOf(page, 'Adjustments')).slice(1)).toEqual([
      ['3', '09-02-2026 10:00', 'Message 1003 of 2026-01-05', 'Asked twice', 'ada', '-4.50'],
      ['Total', '', '', '', '', '-4.50'],
    ]);
    expect((await cellsOf(page.locator('.totals tr'))).at(-1)).toEqual(['Total in credits', '3,102.25']);
  });

  it('has every message if asked', async () => {
    const page = await dashboard.open('?zone=UTC&view=statement');
    await read(page);
    await page.getByLabel('Every message').check();
    await page.getByRole('table', { name: 'Every message' }).waitFor();
    await read(page);
    const rows = await rowsOf(page, 'Every message (UTC)');
    expect(rows.length).toBe(1 + 152 + 1);
    expect(rows.at(-1)).toEqual(['Total', '', '152 messages', '3,047.15']);
    expect(new URL(page.url()).searchParams.get('messages')).toBe('all');
  });

  it(
    'prints 5,001 messages, with its name, heads and number on each sheet',
    async () => {
      const page = await dashboard.open('?zone=UTC&view=statement&messages=all', {}, answerManyMessages(5001));
      await read(page);
      const sheets = await printedSheets(page);
      expect(sheets.length).toBeGreaterThan(50);
      expect(new Set(sheets.join('\n').match(/\b7[0-5]\d{3}\b/g)).size).toBe(5001);
      expect(withoutHead(sheets)).toEqual([]);
      expect(sheets.slice(1).filter((sheet) => !MESSAGE_HEADS.test(sheet))).toEqual([]);
    },
    PRINTING_MS,
  );

  it('prints on Letter too, without what is for the screen', async () => {
    const page = await dashboard.open('?zone=UTC&view=statement&messages=all');
    await read(page);
    const sheets = await printedSheets(page, 'Letter');
    expect(withoutHead(sheets)).toEqual([]);
    expect(sheets.join('')).not.toMatch(/save as PDF|← Dashboard/);
  });

  it('is read again if the bill changes while it is read, so that its parts fit together', async () => {
    let asked = 0;
    const page = await dashboard.open('?zone=UTC&view=statement&messages=all', {}, async (opened) => {
      const stale = summaryOf('1', [['2026-03-02', '1']]);
      await opened.route('**/v1/usage/summary?granularity=P1D*', (route) =>
        (asked += 1) <= 2 ? route.fulfill({ contentType: 'application/json', body: stale }) : route.continue(),
      );
    });
    await read(page);
    expect((await rowsOf(page, 'By report')).at(-1)).toEqual(['Total', '', '152', '', '3,047.15']);
  });

  it('names the file that a browser saves, and gives the page its title back', async () => {
    const page = await dashboard.open('?zone=UTC&view=statement&period=2026-02-02');
    await read(page);
    expect(await page.title()).toBe('Credit Usage Dashboard, statement Period 2026-02-02');
    await page.getByRole('button', { name: 'Dashboard' }).click();
    await page.locator('.usage').waitFor();
    expect(await page.title()).toBe('Credit Usage Dashboard');
  });

  it('fits every window, light and dark, and is accessible', async () => {
    const page = await dashboard.open('?zone=UTC&view=statement&messages=all&period=2026-02-02');
    await read(page);
    expect(await problemsAtWidths(page, 'html')).toEqual([]);
  });
});
