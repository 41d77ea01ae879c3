import { describe, expect, it } from '@jest/globals';

import { credits } from './credits.js';
import { readText } from './message-text.js';
import { finish } from './steps.js';
import type { PricingRule } from './pricing-rule.js';
import type { RuleKind } from './rule-kind.js';
import { RULE_KINDS } from './rule-kinds.js';
import { BASE_COST, baseCost } from './rules/base-cost.js';
import { CHARACTER_COUNT, characterCount } from './rules/character-count.js';
import { FREE_ALLOWANCE_PER_MESSAGE, freeAllowancePerMessage } from './rules/free-allowance-per-message.js';
import { LENGTH_PENALTY, lengthPenalty } from './rules/length-penalty.js';
import { MAXIMUM_COST, maximumCost } from './rules/maximum-cost.js';
import { MINIMUM_COST, minimumCost } from './rules/minimum-cost.js';
import { PALINDROME, palindrome } from './rules/palindrome.js';
import { PERCENTAGE, percentage } from './rules/percentage.js';
import { THIRD_VOWELS, thirdVowels } from './rules/third-vowels.js';
import { TIERED_CHARACTERS, tieredCharacters } from './rules/tiered-characters.js';
import { TOKEN_ESTIMATE, tokenEstimate } from './rules/token-estimate.js';
import { UNIQUE_WORD_BONUS, uniqueWordBonus } from './rules/unique-word-bonus.js';
import { WORD_LENGTH, wordLength } from './rules/word-length.js';

const made = <const Parameters extends object>(
  kind: RuleKind<Parameters>,
  parameters: Parameters,
  rule: PricingRule,
) => ({
  code: kind.code,
  taken: Object.keys(kind.parameters),
  given: Object.keys(parameters),
  made: kind.create(parameters),
  rule,
});

/** Each kind with parameters as a rate card has them, and the same rule made in code. */
const KINDS = [
  made(BASE_COST, { credits: 2.5 }, baseCost({ cost: credits('2.50') })),
  made(CHARACTER_COUNT, { credits_per_character: 0.0125 }, characterCount({ rate: credits('0.0125') })),
  made(
    TIERED_CHARACTERS,
    { bands: [{ up_to_characters: 5, credits_per_character: 0.05 }, { credits_per_character: 0.0125 }] },
    tieredCharacters({ bands: [{ maxLength: 5, rate: credits('0.05') }, { rate: credits('0.0125') }] }),
  ),
  made(
    FREE_ALLOWANCE_PER_MESSAGE,
    { characters: 3, credits_per_character: 0.05 },
    freeAllowancePerMessage({ characters: 3, rate: credits('0.05') }),
  ),
  made(
    WORD_LENGTH,
    { bands: [{ up_to_characters: 5, credits_per_word: 0.15 }, { credits_per_word: 1 }] },
    wordLength({ bands: [{ maxLength: 5, rate: credits('0.15') }, { rate: credits('1.00') }] }),
  ),
  made(THIRD_VOWELS, { credits_per_vowel: 0.4 }, thirdVowels({ rate: credits('0.40') })),
  made(
    LENGTH_PENALTY,
    { more_than_characters: 5, credits: 7.5 },
    lengthPenalty({ limit: 5, penalty: credits('7.50') }),
  ),
  made(UNIQUE_WORD_BONUS, { credits: 1.5 }, uniqueWordBonus({ bonus: credits('1.50') })),
  made(
    TOKEN_ESTIMATE,
    { characters_per_token: 3, credits_per_100_tokens: 12.5 },
    tokenEstimate({ charactersPerToken: 3, per100Tokens: credits('12.50') }),
  ),
  made(
    PERCENTAGE,
    { percent: -12.5, decimals: 3, rounding: 'half_even' },
    percentage({ percent: credits('-12.5'), decimals: 3, rounding: 'half_even' }),
  ),
  made(MINIMUM_COST, { credits: 0.8 }, minimumCost({ minimum: credits('0.80') })),
  made(MAXIMUM_COST, { credits: 2 }, maximumCost({ maximum: credits('2.00') })),
  made(PALINDROME, {}, palindrome()),
];

const TEXTS = ['', 'aba', 'lease lease', 'Review the obligations.', '12345', '123456', '\u{1F600}xa xe'].map((text) =>
  finish(readText(text)),
);
const SUBTOTALS = ['-1.00', '0.79', '0.80', '2.35'].map(credits);

const behaviour = ({ code, label, description, charge, findSpans }: PricingRule) => ({
  code,
  label,
  description,
  charges: TEXTS.map((text) => SUBTOTALS.map((subtotal) => finish(charge(text, subtotal)))),
  spans: findSpans && TEXTS.map((text) => finish(findSpans(text))),
});

describe('the rules that a rate card can name', () => {
  it('are these', () => {
    expect(RULE_KINDS.map(({ code }) => code)).toEqual(KINDS.map(({ code }) => code));
  });

  it.each(KINDS)('$code creates the rule of that code from its parameters', ({ code, made, rule }) => {
    expect(made.code).toBe(code);
    expect(behaviour(made)).toEqual(behaviour(rule));
  });

  it.each(KINDS)('$code has a schema for each of its parameters, and no other', ({ taken, given }) => {
    expect(taken).toEqual(given);
  });
});
