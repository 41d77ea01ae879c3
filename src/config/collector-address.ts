import { Satisfies } from '../validation/satisfies.js';
import { isBaseUrl } from './base-url.js';

/** An absolute http(s) URL to which a path can be appended, or nothing. */
export const IsCollectorAddress = (): PropertyDecorator =>
  Satisfies(
    (value) => value === '' || (typeof value === 'string' && isBaseUrl(value)),
    'must be an http(s) URL without credentials, query or fragment',
  );
