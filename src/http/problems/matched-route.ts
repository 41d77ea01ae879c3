import type { IncomingMessage } from 'node:http';

/** Nest mounts middleware for all paths as a route of every method; it answers nothing. */
const MIDDLEWARE = '{/*splat}';

type RoutedRequest = IncomingMessage & { readonly route?: { readonly path: string } };

export const isMiddleware = (path: unknown): boolean => path === MIDDLEWARE;

/** The path pattern of the handler that got the request, such as `/v1/usage`; nothing where there is none. */
export const matchedRoute = ({ route }: RoutedRequest): string | undefined =>
  isMiddleware(route?.path) ? undefined : route?.path;
