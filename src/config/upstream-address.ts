import { Satisfies } from '../validation/satisfies.js';
import { isBaseUrl } from './base-url.js';

/** What the upstream setting may say instead of a URL: serve the bundled sample period. */
export const SAMPLE = 'sample';

/** An absolute http(s) URL to which paths can be appended, or the word `sample`. */
export const IsUpstreamAddress = (): PropertyDecorator =>
  Satisfies(
    (value) => typeof value === 'string' && (value === SAMPLE || isBaseUrl(value)),
    `is required: an http(s) URL without credentials, query or fragment, or the word ${SAMPLE} for the bundled sample period`,
  );
