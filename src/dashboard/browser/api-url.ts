/**
 * The absolute URL of an API path such as `/v1/usage`. Resolved against the URL of this file, which
 * the service serves at `/dashboard/assets/dashboard/browser/`, so that it holds behind a proxy
 * that adds a path prefix.
 */
export const toApiUrl = (path: string): string => new URL(`../../../..${path}`, import.meta.url).href;
