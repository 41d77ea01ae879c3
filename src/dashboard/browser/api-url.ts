/**
 * The absolute address of a path of the API, such as `/v1/usage`. Counted from this file, which the service has at
 * `/dashboard/assets/dashboard/browser`, and not from the page: a proxy may have put both below a prefix.
 */
export const addressOf = (path: string): string => new URL(`../../../..${path}`, import.meta.url).href;
