import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { credits, toDecimal } from '../../src/pricing/credits.js';
import { choose, chooseDates, clearFilters, openExport, searchOf, totalsOf } from './controls.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

interface Entry {
  readonly message_id: number;
  readonly timestamp: string;
  readonly report_name?: string;
  readonly credits_used: number;
}

const ENGLISH = new Intl.Collator('en', { numeric: true });

/** The cells in which the page shows the entry, in UTC. */
const shownOf = ({ message_id: id, timestamp, report_name: name = '', credits_used: amount }: Entry): string[] => {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d\d:\d\d)/.exec(timestamp) ?? [];
  return [String(id), `${day}-${month}-${year} ${time}`, name, toDecimal(credits(amount))];
};

const header = (page: Page, name: string) => page.getByRole('button', { name });
const sortsOf = (page: Page): Promise<(string | null)[]> =>
  page.locator('.usage thead th').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-sort')));
const ordersOf = (page: Page): Promise<(string | null)[]> =>
  page.locator('.usage .order').evaluateAll((marks) => marks.map((mark) => mark.textContent));

describePage('the table of the dashboard', () => {
  const dashboard = useDashboard();

  const entriesOf = async (query = ''): Promise<string[][]> =>
    (await dashboard.get<{ usage: Entry[] }>(`/v1/usage${query}`)).usage.map(shownOf);

  it('shows the bill', async () => {
    const page = await dashboard.open();
    expect(await rowsOf(page)).toEqual(await entriesOf());
    expect(await totalsOf(page)).toBe('152 messages, 3,047.15');
  });

  it('sorts a column ascending, then descending, then not at all', async () => {
    const page = await dashboard.open();
    const upstream = await rowsOf(page);
    for (const { sort, order, mark } of [
      { sort: '?sort=credits_used', order: 'ascending', mark: '↑' },
      { sort: '?sort=-credits_used', order: 'descending', mark: '↓' },
      { sort: '', order: 'none', mark: '↕' },
    ]) {
      await header(page, 'Credits Used').click();
      expect(await rowsOf(page)).toEqual(sort ? await entriesOf(sort) : upstream);
      expect(await sortsOf(page)).toEqual([null, null, 'none', order]);
      expect(await ordersOf(page)).toEqual(['↕', mark]);
      expect(searchOf(page)).toBe(sort);
    }
  });

  it('sorts by both columns in the order of the clicks: names as a spreadsheet does, empty ones last', async () => {
    const page = await dashboard.open();
    await header(page, 'Report Name').click();
    await header(page, 'Credits Used').click();
    await header(page, 'Credits Used').click();
    const bySpreadsheet = (await entriesOf()).toSorted(
      ([, , a = '', x = ''], [, , b = '', y = '']) =>
        Number(a === '') - Number(b === '') || ENGLISH.compare(a, b) || Number(y) - Number(x),
    );
    expect(await rowsOf(page)).toEqual(bySpreadsheet);
    expect(await ordersOf(page)).toEqual(['↑1', '↓2']);
    expect(await sortsOf(page)).toEqual([null, null, 'ascending', 'descending']);
    expect(searchOf(page)).toBe('?sort=report_name,-credits_used');
  });

  it('filters by report, dates, basis, id and cost, and shows the count and the total', async () => {
    const page = await dashboard.open();
    await choose(page, 'Report', 'lease abs');
    await chooseDates(page, '2026-03-02');
    expect(await rowsOf(page)).toEqual([['2000', '02-03-2026 08:14', 'Lease Abstract', '45.00']]);
    expect(await totalsOf(page)).toBe('1 message, 45.00');
    await clearFilters(page);
    await page.getByLabel('Priced by').selectOption('text_report_not_found');
    expect(await rowsOf(page)).toEqual(await entriesOf('?basis=text_report_not_found'));
    await clearFilters(page);
    await page.getByLabel('Costs at least').fill('87');
    await page.waitForURL((url) => url.searchParams.get('min_credits') === '87');
    expect(await rowsOf(page)).toEqual(await entriesOf('?min_credits=87'));
    await clearFilters(page);
    await page.getByLabel('Message ID').fill('2002');
    await page.waitForURL((url) => url.searchParams.get('message_id') === '2002');
    expect(await rowsOf(page)).toEqual(await entriesOf('?message_id=2002'));
  });

  it.each(['csv', 'ndjson', 'xlsx'])('exports exactly its list as %s', async (format) => {
    const page = await dashboard.open('?basis=report&sort=-credits_used');
    await settled(page);
    await openExport(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: format.toUpperCase(), exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^credit-usage_[\\d_-]+_report\\.${format}$`));
    const expected = await fetch(`${dashboard.url}/v1/usage.${format}?basis=report&sort=-credits_used&time_zone=UTC`);
    expect(await readFile(await download.path())).toEqual(Buffer.from(await expected.arrayBuffer()));
  });

  it('copies a command that requests the same list', async () => {
    const page = await dashboard.open('?day=2026-03-02&sort=-credits_used');
    await settled(page);
    await openExport(page);
    await page.getByRole('button', { name: 'Copy as curl' }).click();
    await page.getByText('Copied').waitFor();
    const command = await page.evaluate<string>('navigator.clipboard.readText()');
    const [, url = ''] = /^curl '(.*)'$/.exec(command) ?? [];
    const { usage } = (await (await fetch(url)).json()) as { usage: Entry[] };
    expect(usage.map(shownOf)).toEqual(await rowsOf(page));
  });
});
