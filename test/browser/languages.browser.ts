import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describePage, rowsOf, settled, useDashboard } from './use-dashboard.js';

/** Whether anything is drawn between the axes. */
const HAS_BARS = `(() => {
  const canvas = document.querySelector('.plot canvas');
  const ratio = canvas.width / canvas.clientWidth;
  const { data } = canvas
    .getContext('2d')
    .getImageData(54 * ratio, 0, canvas.width - 54 * ratio, canvas.height - 34 * ratio);
  return new Set(new Uint32Array(data.buffer)).size > 3;
})()`;

const speaking = (language: string) => (page: Page) =>
  page.addInitScript(`
    Object.defineProperty(navigator, 'language', { get: () => ${JSON.stringify(language)} });
    Object.defineProperty(navigator, 'languages', { get: () => [${JSON.stringify(language)}] });
  `);

describePage('the dashboard in browsers of other languages', () => {
  const dashboard = useDashboard();

  it.each(['en-US@posix', 'C', '', 'xx-invalid-tag', 'de-DE', '*'])(
    'draws its chart when the browser reports the language “%s”',
    async (language) => {
      const page = await dashboard.open('', {}, speaking(language));
      expect((await rowsOf(page)).length).toBe(152);
      expect(await page.evaluate('navigator.language')).toBe(language);
      expect(await page.evaluate(HAS_BARS)).toBe(true);
      expect(await page.locator('.failure').count()).toBe(0);
    },
  );

  it.each(['de-DE', 'ar-EG', 'fa-IR', 'th-TH'])('shows the same words and numbers in %s', async (locale) => {
    const page = await dashboard.open('?candidate=token-estimate', { locale });
    const english = await dashboard.open('?candidate=token-estimate');
    await Promise.all([settled(page), settled(english)]);
    const words = (each: Page) => each.locator('main').textContent();
    expect(await words(page)).toBe(await words(english));
  });
});
