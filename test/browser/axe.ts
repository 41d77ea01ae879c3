import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './use-dashboard.js';

interface Violation {
  readonly impact: string;
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe finds against WCAG 2.2 AA and its own best practice in this part of the page, as `impact rule: places`. */
export const accessProblemsOf = async (page: Page, part = 'html'): Promise<string[]> => {
  await settled(page);
  const violations = await page.evaluate<Violation[]>(
    `${axe.source}; axe.run('${part}', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations)`,
  );
  return violations.map(
    ({ impact, id, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
};
