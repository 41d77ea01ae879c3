import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';

const HOUR_S = 3600;

/**
 * For pages of these origins. No cookies and no passwords of the browser: a page brings its key itself, so another page cannot
 * ask in the name of whoever is logged in somewhere.
 */
export const crossOrigin = (origins: readonly string[]): CorsOptions => ({
  origin: [...origins],
  methods: ['GET', 'HEAD', 'POST'],
  allowedHeaders: ['Authorization', 'X-API-Key', 'Content-Type', 'If-None-Match', 'X-Request-Id'],
  exposedHeaders: [
    'ETag',
    'Age',
    'Content-Disposition',
    'Retry-After',
    'X-Request-Id',
    'RateLimit',
    'RateLimit-Policy',
    'WWW-Authenticate',
    'Allow',
  ],
  maxAge: HOUR_S,
  // Counted first: `answerPreflight` ends it.
  preflightContinue: true,
});
