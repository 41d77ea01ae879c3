import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * Compresses what is worth it, as the caller accepts it: answers with a weak ETag, which stands for an answer in all its encodings. A
 * strong one names the very bytes that are sent, and who gave it compresses himself; a problem has none, and is too small.
 * No ranges: a part of a file would be compressed by itself, and be no part of the whole that the same tag stands for.
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
