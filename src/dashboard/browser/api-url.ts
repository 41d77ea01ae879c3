/**
 * The absolute URL of an API path such as `/v1/usage`. Resolved against this file, which the
 * service has at `/dashboard/assets/dashboard/browser/`: a proxy may have put both below a prefix
 * that the page does not know.
 */
export const toApiUrl = (path: string): string => new URL(`../../../..${path}`, import.meta.url).href;
