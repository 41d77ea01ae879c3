import { expect, it } from '@jest/globals';
import { accessProblemsOf } from './axe.js';
import { describePage, settled, useDashboard } from './use-dashboard.js';

const STATES = {
  'the whole page': '',
  'two sorted columns and a notice': '?sort=report_name,-credits_used&colour=red',
  'a receipt': '?receipt=2037',
  'both receipts': '?receipt=2037&candidate=token-estimate',
  'a comparison': '?candidate=token-estimate',
};

describePage('the accessibility of the dashboard', () => {
  const dashboard = useDashboard();

  it.each(
    Object.entries(STATES).flatMap(([state, query]) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ state, query, colorScheme })),
    ),
  )('passes axe: $state, $colorScheme', async ({ query, colorScheme }) => {
    const page = await dashboard.open(query, { colorScheme });
    expect(await accessProblemsOf(page)).toEqual([]);
  });

  it.each([375, 768, 1024, 1440])('fits %i pixels without horizontal scrolling', async (width) => {
    const page = await dashboard.open('?candidate=token-estimate', { viewport: { width, height: 800 } });
    await settled(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  it('has no animation under prefers-reduced-motion', async () => {
    const page = await dashboard.open('', { reducedMotion: 'reduce' });
    expect(
      await page.evaluate(`(() => {
        const bone = document.body.appendChild(document.createElement('p'));
        bone.className = 'skeleton';
        return getComputedStyle(bone).animationName;
      })()`),
    ).toBe('none');
  });

  it('prints the numbers and not the controls', async () => {
    const page = await dashboard.open();
    await settled(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.usage').isVisible()).toBe(true);
    expect(await page.locator('.overview').isVisible()).toBe(true);
  });

  it('weighs less than 200 kB at the first load', async () => {
    const page = await dashboard.open();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send('Network.clearBrowserCache');
    await page.reload();
    await settled(page);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(200_000);
  });
});
