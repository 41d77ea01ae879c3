import type { RuleKind } from './rule-kind.js';
import { BASE_COST } from './rules/base-cost.js';
import { CHARACTER_COUNT } from './rules/character-count.js';
import { LENGTH_PENALTY } from './rules/length-penalty.js';
import { MINIMUM_COST } from './rules/minimum-cost.js';
import { PALINDROME } from './rules/palindrome.js';
import { THIRD_VOWELS } from './rules/third-vowels.js';
import { TOKEN_ESTIMATE } from './rules/token-estimate.js';
import { UNIQUE_WORD_BONUS } from './rules/unique-word-bonus.js';
import { WORD_LENGTH } from './rules/word-length.js';

/** Every rule that a rate card can name. */
export const RULE_KINDS: readonly RuleKind<never>[] = [
  BASE_COST,
  CHARACTER_COUNT,
  WORD_LENGTH,
  THIRD_VOWELS,
  LENGTH_PENALTY,
  UNIQUE_WORD_BONUS,
  TOKEN_ESTIMATE,
  MINIMUM_COST,
  PALINDROME,
];
