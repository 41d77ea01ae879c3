import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * Compresses responses with a weak ETag, which is valid for all encodings. Handlers that set a
 * strong ETag compress the body themselves, with one ETag per encoding; a problem has no ETag and
 * is too small. Ignores `Range`: a part would be compressed on its own, and could not be joined
 * with other parts under the same ETag.
 */
export const responseCompression = (): RequestHandler => {
  const compress = compression({
    filter: (request, response) =>
      String(response.getHeader('ETag')).startsWith('W/') && compression.filter(request, response),
  });
  return (request, response, next) => {
    delete request.headers.range;
    compress(request, response, next);
  };
};
