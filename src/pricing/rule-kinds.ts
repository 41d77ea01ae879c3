import type { RuleKind } from './rule-kind.js';
import { BASE_COST } from './rules/base-cost.js';
import { CHARACTER_COUNT } from './rules/character-count.js';
import { FREE_ALLOWANCE_PER_MESSAGE } from './rules/free-allowance-per-message.js';
import { LENGTH_PENALTY } from './rules/length-penalty.js';
import { MAXIMUM_COST } from './rules/maximum-cost.js';
import { MINIMUM_COST } from './rules/minimum-cost.js';
import { PALINDROME } from './rules/palindrome.js';
import { PERCENTAGE } from './rules/percentage.js';
import { THIRD_VOWELS } from './rules/third-vowels.js';
import { TIERED_CHARACTERS } from './rules/tiered-characters.js';
import { TOKEN_ESTIMATE } from './rules/token-estimate.js';
import { UNIQUE_WORD_BONUS } from './rules/unique-word-bonus.js';
import { WORD_LENGTH } from './rules/word-length.js';

/** Every rule that a rate card can name. */
export const RULE_KINDS: readonly RuleKind<never>[] = [
  BASE_COST,
  CHARACTER_COUNT,
  TIERED_CHARACTERS,
  FREE_ALLOWANCE_PER_MESSAGE,
  WORD_LENGTH,
  THIRD_VOWELS,
  LENGTH_PENALTY,
  UNIQUE_WORD_BONUS,
  TOKEN_ESTIMATE,
  PERCENTAGE,
  MINIMUM_COST,
  MAXIMUM_COST,
  PALINDROME,
];
