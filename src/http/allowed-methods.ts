import type { Request } from 'express';

/** The part of a router's layer that Express 5 has and its types leave out. */
interface MatchingLayer {
  match(path: string): boolean;
}

/** The methods that the path of `request` has, for `Allow`; none where there is no such path. */
export const allowedMethods = ({ app, path }: Request): string[] => {
  const matching = app.router.stack.filter(
    (layer) => layer.route && (layer as typeof layer & MatchingLayer).match(path),
  );
  const methods = matching.flatMap(({ route }) => route?.stack.map(({ method }) => method.toUpperCase()) ?? []);
  return [...new Set(methods.includes('GET') ? ['GET', 'HEAD', ...methods] : methods)];
};
