import type { Page } from 'playwright-core';
import { accessProblemsOf } from './axe.js';

const WIDTHS = [375, 768, 1024, 1440];

/**
 * What is wrong with a part of the page at each width, light and dark: what axe finds, and whether
 * the page is wider than the window.
 */
export const problemsAtWidths = async (page: Page, part: string): Promise<string[]> => {
  const problems: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (overflow > 0) problems.push(`${width} px: ${overflow} px too wide`);
  }
  for (const [width, colorScheme] of AXE_RUNS) {
    await page.setViewportSize({ width, height: 900 });
    // Without motion: a colour on its way to the other theme has the contrast of neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await accessProblemsOf(page, part);
    problems.push(...found.map((problem) => `${width} px, ${colorScheme}: ${problem}`));
  }
  return problems;
};

/** Fewer than all combinations, because axe takes seconds: colours do not depend on the width. */
const AXE_RUNS = [
  [375, 'light'],
  [1440, 'dark'],
] as const;
