import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

/**
 * Helmet's options for a policy that allows only `directives`: no other source, and no frame around
 * the page.
 */
const helmetOptions = (directives: Record<string, string[]>): HelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], ...directives, frameAncestors: ["'none'"] },
  },
  xFrameOptions: { action: 'deny' },
  // TLS ends at a proxy, and only the proxy knows whether there was any: see `insistOnTls`.
  strictTransportSecurity: false,
});

const PAGE = {
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

const apiHeaders: RequestHandler = helmet(helmetOptions({}));

/**
 * Sets the headers of every response: data that no browser may render as a page and no shared cache
 * may store.
 */
export const securityHeaders: RequestHandler = (request, response, next) => {
  // A default that keeps a route which sets nothing itself out of shared caches.
  response.setHeader('Cache-Control', 'private, no-cache');
  apiHeaders(request, response, next);
};

/**
 * Sets the headers of a page whose sources all come from this origin, with nothing inline and no
 * eval.
 */
export const pageHeaders: RequestHandler = helmet(
  helmetOptions({ ...PAGE, styleSrc: ["'self'"], imgSrc: ["'self'"], fontSrc: ["'self'"] }),
);

/** Sets the headers of Swagger UI, which has inline styles and `data:` images. */
export const documentationHeaders: RequestHandler = helmet(
  helmetOptions({ ...PAGE, styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'] }),
);

const YEAR_SECONDS = 31_536_000;

/** Sets `Strict-Transport-Security` if a trusted proxy says that the client used TLS. */
export const insistOnTls: RequestHandler = ({ secure }, response, next) => {
  if (secure) response.setHeader('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);
  next();
};
