import type { IncomingMessage } from 'node:http';

/** The path that Nest mounts middleware at, as a route of every method; it never answers. */
const MIDDLEWARE = '{/*splat}';

type RoutedRequest = IncomingMessage & { readonly route?: { readonly path: string } };

export const isMiddleware = (path: unknown): boolean => path === MIDDLEWARE;

/**
 * The path pattern of the handler that got the request, such as `/v1/usage`; `undefined` without
 * one.
 */
export const matchedRoute = ({ route }: RoutedRequest): string | undefined =>
  isMiddleware(route?.path) ? undefined : route?.path;
