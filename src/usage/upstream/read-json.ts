/**
 * Reads JSON from bytes, whatever their content type says. A byte order mark is skipped; invalid UTF-8 and everything that
 * is not one JSON value throw. Of a repeated key the last one counts, as in every JSON.parse.
 */
export const readJson = (body: Uint8Array): unknown =>
  JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
