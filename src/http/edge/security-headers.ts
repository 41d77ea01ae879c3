import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

/** Nothing from anywhere, and in no frame: what follows is what a page adds to that. */
const policy = (directives: Record<string, string[]>): HelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], ...directives, frameAncestors: ["'none'"] },
  },
  xFrameOptions: { action: 'deny' },
  // TLS ends before this service; whether there was any is the proxy's to say: `insistOnTls`.
  strictTransportSecurity: false,
});

const PAGE = {
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

/** What helmet says does not depend on the request: it is asked once, and its chain of middlewares spared each request. */
const headersOf = (say: ReturnType<typeof helmet>): readonly (readonly [string, string])[] => {
  const said = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => said.set(name, value), removeHeader: () => undefined };
  say({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return [...said];
};

const OF_THE_API = headersOf(helmet(policy({})));

/** For every answer: data, that no browser may take for a page, and that is kept by nobody but whoever asked. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  // A route that may be cached says more; one that forgets to say anything must not end up in a shared cache.
  response.setHeader('Cache-Control', 'private, no-cache');
  for (const [name, value] of OF_THE_API) response.setHeader(name, value);
  next();
};

/** For a page with everything from this origin, nothing inline, nothing evaluated. */
export const pageHeaders: RequestHandler = helmet(policy({ ...PAGE, styleSrc: ["'self'"], imgSrc: ["'self'"] }));

/** For Swagger UI, whose styles and pictures are in its page and its scripts. */
export const documentationHeaders: RequestHandler = helmet(
  policy({ ...PAGE, styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:'] }),
);

const YEAR_S = 31_536_000;

/** Tells browsers to insist on TLS, where a proxy that is trusted says that there was some. */
export const insistOnTls: RequestHandler = ({ secure }, response, next) => {
  if (secure) response.setHeader('Strict-Transport-Security', `max-age=${YEAR_S}`);
  next();
};
