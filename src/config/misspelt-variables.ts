import { findNearest } from '../validation/find-nearest.js';

/** Variables of an environment that look like settings but are not read. */
export interface MisspeltVariables {
  /**
   * Reasons not to start, a sentence each: without the keys that were meant, every caller could
   * read the bill.
   */
  readonly refused: readonly string[];
  /** Sentences for the log. */
  readonly warnings: readonly string[];
}

const KEYS = 'API_KEYS';
/** Prefixes that variables of other programs do not have. */
const PREFIXES = ['COPILOT_', 'UPSTREAM_', 'USAGE_', 'RATE_LIMIT_', 'RATE_CARD'];

/**
 * Finds the variables that are not in `known` but resemble one of its names or share a prefix with
 * this service's settings. A misspelt setting would be ignored in silence, and its default would
 * apply.
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
