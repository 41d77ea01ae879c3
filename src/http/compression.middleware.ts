import compression from 'compression';

/**
 * Compresses what is worth it, as the caller accepts it: answers with a weak ETag, which stands for an answer in all its encodings. A
 * strong one names the very bytes that are sent, and who gave it compresses himself; a problem has none, and is too small.
 */
export const compressing = () =>
  compression({
    filter: (request, response) =>
      String(response.getHeader('ETag')).startsWith('W/') && compression.filter(request, response),
  });
