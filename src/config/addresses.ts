import { ParsedBy } from './parsed-by.js';

/**
 * The value of `COPILOT_API_BASE_URL` that stands for the bundled sample period in place of a URL.
 */
export const SAMPLE = 'sample';

const BASE_URL = 'an http(s) URL without credentials, query or fragment';

/**
 * Returns an absolute http(s) URL without slashes at its end, so that paths can be appended;
 * undefined for other text.
 */
const parseBaseUrl = (text: string): string | undefined => {
  if (/[\s?#]/.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, username, password } = new URL(text);
  const isBaseUrl = ['http:', 'https:'].includes(protocol) && `${username}${password}` === '';
  return isBaseUrl ? text.replace(/\/+$/, '') : undefined;
};

/** A field that holds a base URL without slashes at its end, or the word `sample`. */
export const IsUpstreamAddress = (): PropertyDecorator =>
  ParsedBy(
    (text) => (text === SAMPLE ? SAMPLE : parseBaseUrl(text)),
    `is required: ${BASE_URL}, or the word ${SAMPLE} for the bundled sample period`,
  );

/** A field that holds a base URL without slashes at its end. */
export const IsCollectorAddress = (): PropertyDecorator => ParsedBy(parseBaseUrl, `must be ${BASE_URL}`);
