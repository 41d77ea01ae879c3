import { expect, it } from '@jest/globals';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const VIEW = '?sort=report_name,-credits_used&day=2026-03-10&basis=report&receipt=2088&candidate=token-estimate';

describePage('the URL of the dashboard', () => {
  const dashboard = useDashboard();

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
    expect(await page.getByRole('dialog').getByRole('heading', { level: 2 }).textContent()).toBe('Message 2088');
    expect(new URL(page.url()).search).toBe(VIEW);
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
    query                                  | notices                                                                                                                                            | left
    ${'?colour=red&__proto__=1'}           | ${['Ignored: the address has an unknown or invalid parameter “colour”.', 'Ignored: the address has an unknown or invalid parameter “__proto__”.']} | ${'?colour=red&__proto__=1'}
    ${'?sort=price&time_zone=Mars&rows=0'} | ${['sort', 'time_zone', 'rows'].map((name) => `Ignored: the address has an unknown or invalid parameter “${name}”.`)}                              | ${'?sort=price&time_zone=Mars&rows=0'}
    ${'?day=2020-01-01&sort=credits_used'} | ${['Removed from this view: the period has no day 2020-01-01 in UTC.']}                                                                            | ${'?sort=credits_used'}
    ${'?report_id=1'}                      | ${['Removed from this view: no message in the period refers to report 1.']}                                                                        | ${''}
    ${'?candidate=free'}                   | ${['Removed from this view: there is no other price list “free”.']}                                                                                | ${''}
  `('drops unknown parts with a notice: $query', async ({ query, notices, left }) => {
    const page = await dashboard.open(query);
    expect((await rowsOf(page)).length).toBe(152);
    expect(await page.locator('.notice li').allTextContents()).toEqual(notices);
    expect(new URL(page.url()).search).toBe(left);
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
