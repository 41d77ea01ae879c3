import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface.js';

const HOUR_SECONDS = 3600;

/**
 * CORS options that let pages of these origins call the service, without credentials: a page sends
 * its key itself, so that no other page can use the login of a user.
 */
export const crossOrigin = (origins: readonly string[]): CorsOptions => ({
  origin: [...origins],
  methods: ['GET', 'HEAD', 'POST'],
  allowedHeaders: ['Authorization', 'X-API-Key', 'Content-Type', 'If-None-Match', 'Idempotency-Key', 'X-Request-Id'],
  exposedHeaders: [
    'ETag',
    'Age',
    'Content-Disposition',
    'Location',
    'Retry-After',
    'X-Request-Id',
    'RateLimit',
    'RateLimit-Policy',
    'WWW-Authenticate',
    'Allow',
  ],
  maxAge: HOUR_SECONDS,
  // `answerPreflight` ends it, after it has been counted.
  preflightContinue: true,
});
