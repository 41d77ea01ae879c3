/*
 * What the service has written into the page itself, see `render-page.ts`: two settings that no
 * route of the API has.
 */

const readMeta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

/** The name of the firm or product. Not `document.title`, which a browser may have translated. */
export const PAGE_TITLE = readMeta('application-name');

/** Whether the service keeps past periods. */
export const HAS_LEDGER = readMeta('ledger') === 'on';
