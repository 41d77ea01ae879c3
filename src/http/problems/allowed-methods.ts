import type { Request } from 'express';
import { isMiddleware } from './matched-route.js';

/** A method of a router's layer that Express 5 has and its types omit. */
interface MatchingLayer {
  match(path: string): boolean;
}

/** The methods of the routes at the path of `request`, for `Allow`; empty for an unknown path. */
export const allowedMethods = ({ app, path }: Request): string[] => {
  const routes = app.router.stack.flatMap((layer) => {
    const matches = (layer as typeof layer & MatchingLayer).match(path);
    return layer.route && matches && !isMiddleware(layer.route.path) ? [layer.route] : [];
  });
  const methods = routes.flatMap(({ stack }) => stack.map(({ method }) => method.toUpperCase()));
  return [...new Set(methods.includes('GET') ? ['GET', 'HEAD', ...methods] : methods)];
};
