import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerWith } from './api-answers.js';
import { accessProblemsOf } from './axe.js';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

const failureOf = (page: Page, name: string) => page.locator('.failure', { hasText: `${name} cannot be shown.` });

describePage('a part of the dashboard that cannot be rendered', () => {
  const dashboard = useDashboard(undefined, /Failed to load resource|reading 'clearRect'|forbidden here/);

  it('is replaced by an error message: the bars, without uPlot', async () => {
    const page = await dashboard.open('', {}, (each) => each.route('**/uPlot.iife.min.js', (route) => route.abort()));
    expect((await rowsOf(page)).length).toBe(152);
    expect(await failureOf(page, 'The bars').textContent()).toContain('uPlot is not defined');
    expect(await page.locator('.days button').count()).toBe(14);
    expect(await page.locator('.card').count()).toBe(5);
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it.each([
    'HTMLCanvasElement.prototype.getContext = () => null',
    'CanvasRenderingContext2D.prototype.clearRect = () => { throw new Error("forbidden here"); }',
    'CanvasRenderingContext2D.prototype.fill = () => { throw new Error("forbidden here"); }',
  ])('is replaced by an error message: the bars, without a working canvas (%s)', async (script) => {
    const page = await dashboard.open('', {}, (each) => each.addInitScript(script));
    expect((await rowsOf(page)).length).toBe(152);
    await failureOf(page, 'The bars').waitFor();
  });

  it.each<{ name: string; path: string; body: string; query?: string }>`
    name                 | path                      | body                                                                         | query
    ${'The price lists'} | ${'/v1/usage/comparison'} | ${'{"baseline":{"id":"a"},"candidate":{"id":"b"}}'}                          | ${'?candidate=token-estimate'}
    ${'The receipt'}     | ${'/v1/usage/2000/'}      | ${'{"message_id":2000,"lines":[{"rule":"r","label":"L","credits":"many"}]}'} | ${'?receipt=2000'}
    ${'The table'}       | ${'/v1/usage?limit'}      | ${'{"usage":[{"message_id":1,"timestamp":"2026-03-02T08:14:09.412Z"}]}'}     | ${''}
    ${'The overview'}    | ${'/v1/usage?sort=-cred'} | ${'{"usage":[{"message_id":1,"credits_used":"many"}]}'}                      | ${''}
  `('is replaced by an error message: $name, from a malformed answer', async ({ name, path, body, query = '' }) => {
    const page = await dashboard.open(query, {}, answerWith({ [path]: body }));
    await failureOf(page, name).waitFor();
    await page.locator('.estimate').waitFor();
    expect(await page.locator('.failure').count()).toBe(1);
    expect(await page.locator('h1').textContent()).toBe('Credit Usage Dashboard');
    await page.unrouteAll();
    await failureOf(page, name).getByRole('button', { name: 'Try again' }).click();
    await failureOf(page, name).waitFor();
  });

  it('is rendered again with the next view', async () => {
    const page = await dashboard.open('', {}, answerWith({ '/v1/usage?limit': '{"usage":[{"message_id":1}]}' }));
    await failureOf(page, 'The table').waitFor();
    await page.getByLabel('Priced by').selectOption('report');
    await page.locator('.usage[aria-busy=false]').waitFor();
    expect((await rowsOf(page)).length).toBe(39);
    expect(await page.locator('.failure').count()).toBe(0);
  });

  it('shows a problem and a retry if the answer for the period is malformed', async () => {
    const page = await dashboard.open('', {}, answerWith({ '/v1/usage/summary?granularity=P1D': '{"data":[{}]}' }));
    await page.locator('.failure').waitFor();
    expect(await page.locator('.failure h2').textContent()).toBe('The answer has an unexpected format');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    expect((await rowsOf(page)).length).toBe(152);
  });

  it.each(['browser/main.js', 'preact/preact.mjs'])(
    'leaves the static message in place if a file does not load: %s',
    async (file) => {
      const page = await dashboard.open('', {}, (each) => each.route(`**/${file}`, (route) => route.abort()));
      await page.locator('.starting').waitFor();
      expect(await page.locator('#dashboard').innerText()).toBe(
        'The dashboard is starting. If this message stays, a file did not load: reload the page, and if that does not ' +
          'help, tell the people who run the service.',
      );
    },
  );

  it('removes the static message once the page has started', async () => {
    const page = await dashboard.open();
    await settled(page);
    expect(await page.locator('.starting, noscript').count()).toBe(0);
  });
});
