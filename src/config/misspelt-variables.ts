import { findNearest } from '../validation/find-nearest.js';

/** What is said of the variables of an environment that look like settings and are none. */
export interface MisspeltVariables {
  /** Reasons not to start, a sentence each: without keys, everybody may ask. */
  readonly refused: readonly string[];
  /** Sentences for the log. */
  readonly warnings: readonly string[];
}

const KEYS = 'API_KEYS';
/** How names begin that no other program has. */
const PREFIXES = ['COPILOT_', 'UPSTREAM_', 'USAGE_', 'RATE_LIMIT_', 'RATE_CARD'];

/**
 * Finds the variables that resemble one of `known` or begin as those do, and that nothing reads. A misspelt setting would
 * be ignored, and the default would hold in its place.
 */
export const findMisspelt = (env: NodeJS.ProcessEnv, known: readonly string[]): MisspeltVariables => {
  const refused: string[] = [];
  const warnings: string[] = [];
  for (const name of Object.keys(env).filter((each) => !known.includes(each))) {
    const nearest = findNearest(name, known);
    const hint = nearest === undefined ? '' : `: did you mean ${nearest}?`;
    if (nearest === KEYS && !env[KEYS]) refused.push(`${name} is not a setting${hint}`);
    else if (hint || PREFIXES.some((prefix) => name.startsWith(prefix)))
      warnings.push(`${name} is not a setting, and is ignored${hint}`);
  }
  return { refused, warnings };
};
