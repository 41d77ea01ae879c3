import { parseApiKeys } from '../auth/api-key.js';
import { SCOPES } from '../auth/scope.js';
import { Satisfies } from '../validation/satisfies.js';

/** Entries of `API_KEYS`, each as `npm run key` prints it. */
export const IsKeyList = (): PropertyDecorator =>
  Satisfies(
    (value) => typeof value === 'string' && parseApiKeys(value) !== undefined,
    'must be entries name:SHA-256 or name:SHA-256:scope+scope with commas between them, no SHA-256 twice; ' +
      `scopes are ${SCOPES.join(', ')}`,
  );
