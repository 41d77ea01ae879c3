import { expect, it } from '@jest/globals';
import { searchOf } from './controls.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const VIEW =
  '?zone=Asia/Tokyo&period=2026-02-02&from=2026-02-03&to=2026-02-05&report_id=6101&basis=report&message_id=1884&min_credits=1&' +
  'sort=report_name,-credits_used&receipt=1884&candidate=token-estimate&chart=periods';

describePage('the URL of the dashboard', () => {
  // The sample's past periods have no texts that another price list could price.
  const dashboard = useDashboard(undefined, /409 \(Conflict\)/);

  it('holds the view: another profile and a reload show the same', async () => {
    const page = await dashboard.open('?time_zone=Europe%2FLondon&sort=report_name,-credits_used&day=2026-03-10');
    const rows = await rowsOf(page);
    expect(rows.length).toBeGreaterThan(5);
    const colleague = await dashboard.open(new URL(page.url()).search);
    expect(await rowsOf(colleague)).toEqual(rows);
    await colleague.reload();
    expect(await rowsOf(colleague)).toEqual(rows);
  });

  it('keeps every part of the view', async () => {
    const page = await dashboard.open(VIEW);
    await settled(page);
    expect(await page.getByRole('dialog').getByRole('heading', { level: 2 }).textContent()).toBe('Message 1884');
    expect(new URL(page.url()).search).toBe(VIEW);
  });

  it('names the zone of the browser from the first draw, so that a link means the same days everywhere', async () => {
    const page = await dashboard.open('', { timezoneId: 'Pacific/Auckland' });
    expect((await rowsOf(page))[0]?.[1]).toBe('02-03-2026 21:14');
    expect(new URL(page.url()).search).toBe('?zone=Pacific/Auckland');
    expect(await page.locator('.time-zone').textContent()).toContain('Time zone (yours)Pacific/Auckland');
    const elsewhere = await dashboard.open(new URL(page.url()).search, { timezoneId: 'America/New_York' });
    expect((await rowsOf(elsewhere))[0]?.[1]).toBe('02-03-2026 21:14');
  });

  it('goes back and forward with the browser', async () => {
    const page = await dashboard.open();
    const all = await rowsOf(page);
    await page.getByLabel('Priced by').selectOption('report');
    const reports = await rowsOf(page);
    await page.locator('.usage tbody tr').first().click();
    await page.getByRole('dialog').waitFor();
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await rowsOf(page)).toEqual(reports);
    await page.goBack();
    expect(await rowsOf(page)).toEqual(all);
    await page.goForward();
    expect(await rowsOf(page)).toEqual(reports);
  });

  it.each<{ query: string; notices: string[]; left: string }>`
    query                                     | notices                                                                                                                                            | left
    ${'?colour=red&__proto__=1'}              | ${['Ignored: the address has an unknown or invalid parameter “colour”.', 'Ignored: the address has an unknown or invalid parameter “__proto__”.']} | ${''}
    ${'?sort=price&zone=Mars&day=2026-13-40'} | ${['sort', 'zone', 'day'].map((name) => `Ignored: the address has an unknown or invalid parameter “${name}”.`)}                                    | ${''}
    ${'?period=2020-01-01&sort=credits_used'} | ${['Removed from this view: this service keeps no period 2020-01-01.']}                                                                            | ${'?sort=credits_used'}
    ${'?report_id=1'}                         | ${['Removed from this view: no message in the period refers to report 1.']}                                                                        | ${''}
    ${'?candidate=free'}                      | ${['Removed from this view: there is no other price list “free”.']}                                                                                | ${''}
  `('drops unknown parts with a notice: $query', async ({ query, notices, left }) => {
    const page = await dashboard.open(query);
    expect((await rowsOf(page)).length).toBe(152);
    expect(await page.locator('.notice li').allTextContents()).toEqual(notices);
    expect(searchOf(page)).toBe(left);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.locator('.notice').count()).toBe(0);
  });
});

describePage('the URL of the dashboard, with an unknown message,', () => {
  const dashboard = useDashboard(undefined, /404 \(Not Found\)/);

  it('shows the page with a notice', async () => {
    const page = await dashboard.open('?receipt=1');
    expect((await rowsOf(page)).length).toBe(152);
    await page.getByText('the period has no message 1').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
