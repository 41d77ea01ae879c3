const DEFAULT_TITLE = 'Credit Usage Dashboard';

/** What differs between two services with the same page. */
export interface PageSettings {
  /** Name of the firm or product; `Credit Usage Dashboard` if absent. */
  readonly title?: string | undefined;
  /** Whether the service keeps past periods. */
  readonly hasLedger: boolean;
}

/**
 * The page's HTML with its settings in place of `{{ title }}` and `{{ ledger }}`. They are text, not
 * a script: the page's policy allows no inline script.
 */
export const renderPage = (template: string, { title = DEFAULT_TITLE, hasLedger }: PageSettings): string =>
  template.replaceAll('{{ title }}', () => escapeHtml(title)).replaceAll('{{ ledger }}', hasLedger ? 'on' : 'off');

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
