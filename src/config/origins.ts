import { ParsedBy } from './parsed-by.js';

/**
 * Returns the origins of a list such as `https://billing.example.com,http://localhost:3000`;
 * undefined if one of them is not exactly an origin.
 */
export const parseOrigins = (list: string): readonly string[] | undefined => {
  const origins = list === '' ? [] : list.split(',').map((origin) => origin.trim());
  return origins.every(isOrigin) ? origins : undefined;
};

/**
 * Accepts an origin only as browsers send it: any other spelling would never match, and `*` would
 * match every site.
 */
const isOrigin = (text: string): boolean =>
  /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** A field that holds origins as browsers send them. */
export const AreOrigins = (): PropertyDecorator =>
  ParsedBy(
    parseOrigins,
    'must be origins such as https://billing.example.com, with commas between them and nothing after the host and port',
  );
