import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';

import { toDecimal } from './credits.js';
import { priceText } from './price.js';
import { RATE_CARD_SCHEMA, type RateCardDocument, createRateCard } from './rate-card.js';
import { BUNDLED_RATE_CARDS } from './rate-cards/bundled.js';
import standard from './rate-cards/standard.json' with { type: 'json' };

const document = (...rules: RateCardDocument['rules']): RateCardDocument => ({
  id: 'made-up',
  title: 'Made up',
  rules,
});

describe('a rate card created from data', () => {
  const totalBy = (data: RateCardDocument, text: string): string =>
    toDecimal(priceText(createRateCard(data), text).total);

  it.each<{ text: string; total: string }>`
    text                                                            | total
    ${''}                                                           | ${'1.00'}
    ${'aba'}                                                        | ${'2.00'}
    ${'orbital latibro'}                                            | ${'2.10'}
    ${'Are there any restrictions on alterations or improvements?'} | ${'5.20'}
    ${'a'.repeat(101)}                                              | ${'38.50'}
  `('prices by the specification if it is the standard card: "$text" $total', ({ text, total }) => {
    expect(totalBy(standard, text)).toBe(total);
  });

  it('has the id of its data', () => {
    expect(createRateCard(document()).id).toBe('made-up');
  });

  it('has the rules of its data, in the same order', () => {
    const minimum = { rule: 'minimum_cost', credits: 1.5 };
    const [base, doubling] = [{ rule: 'base_cost', credits: 1 }, { rule: 'palindrome' }];

    expect([
      totalBy(document(base, minimum, doubling), 'aba'),
      totalBy(document(base, doubling, minimum), 'aba'),
      totalBy(document(minimum, base, doubling), 'aba'),
    ]).toEqual(['3.00', '2.00', '5.00']);
  });

  it.each(['discount', 'Base_cost', '', 'constructor'])('refuses a rule that does not exist: "%s"', (rule) => {
    expect(() => createRateCard(document({ rule: 'base_cost', credits: 1 }, { rule }))).toThrow(
      new RangeError(`no pricing rule is called ${rule}`),
    );
  });
});

describe('an amount of a rate card', () => {
  const cardAt = (amount: number): (() => unknown) => {
    return () => createRateCard({ id: 'made-up', title: 'Made up', rules: [{ rule: 'base_cost', credits: amount }] });
  };

  it.each([0, 0.3, 1.0001, 9999.9999])('may have up to four decimals: %d', (amount) => {
    expect(cardAt(amount)).not.toThrow();
  });

  it.each([0.00001, 1.23456, 5e-324])('is refused with more than four decimals: %d', (amount) => {
    expect(cardAt(amount)).toThrow(new RangeError(`${amount} has more than 4 decimals`));
  });
});

describe('the schema of a rate card', () => {
  it('names every rule with its parameters', () => {
    expect(
      RATE_CARD_SCHEMA.properties.rules.items.oneOf.map(({ properties, required }) => [
        properties.rule.const,
        ...required.slice(1),
      ]),
    ).toEqual([
      ['base_cost', 'credits'],
      ['character_count', 'credits_per_character'],
      ['tiered_characters', 'bands'],
      ['free_allowance_per_message', 'characters', 'credits_per_character'],
      ['word_length', 'bands'],
      ['third_vowels', 'credits_per_vowel'],
      ['length_penalty', 'more_than_characters', 'credits'],
      ['unique_word_bonus', 'credits'],
      ['token_estimate', 'characters_per_token', 'credits_per_100_tokens'],
      ['percentage', 'percent', 'decimals', 'rounding'],
      ['minimum_cost', 'credits'],
      ['maximum_cost', 'credits'],
      ['palindrome'],
    ]);
  });

  /** The path of each field of a schema that says nothing of itself. */
  const undescribed = (schema: unknown, path: string): string[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    return Object.entries(schema).flatMap(([key, member]: [string, unknown]) => [
      ...(key === 'properties' ? Object.entries(Object(member)) : [])
        .filter(([, field]) => typeof Object(field).description !== 'string')
        .map(([name]) => `${path}.${name}`),
      ...undescribed(member, `${path}.${key}`),
    ]);
  };

  it('describes every field', () => {
    expect(undescribed(RATE_CARD_SCHEMA, '')).toEqual([]);
  });

  const isRateCard = new Ajv({ discriminator: true }).compile(RATE_CARD_SCHEMA);
  const base = { rule: 'base_cost', credits: 1 };

  it.each(BUNDLED_RATE_CARDS)('allows $id', (bundled) => {
    expect(isRateCard(bundled)).toBe(true);
  });

  it.each<{ behaviour: string; data: object }>`
    behaviour                                 | data
    ${'a rule that does not exist'}           | ${document({ rule: 'discount', credits: 1 })}
    ${'a rule without its parameter'}         | ${document({ rule: 'base_cost' })}
    ${'a rule with the parameter of another'} | ${document({ ...base, credits_per_word: 1 })}
    ${'a parameter where a rule takes none'}  | ${document({ rule: 'palindrome', credits: 1 })}
    ${'a negative amount'}                    | ${document({ ...base, credits: -1 })}
    ${'an amount of more than 10,000'}        | ${document({ ...base, credits: 10_000.01 })}
    ${'an amount as text'}                    | ${document({ ...base, credits: '1.00' })}
    ${'half a character'}                     | ${document({ rule: 'length_penalty', more_than_characters: 0.5, credits: 1 })}
    ${'no character for a token'}             | ${document({ rule: 'token_estimate', characters_per_token: 0, credits_per_100_tokens: 40 })}
    ${'words without a band'}                 | ${document({ rule: 'word_length', bands: [] })}
    ${'a band without an amount'}             | ${document({ rule: 'word_length', bands: [{ up_to_characters: 3 }] })}
    ${'a percentage without its rounding'}    | ${document({ rule: 'percentage', percent: 20, decimals: 2 })}
    ${'a rounding that does not exist'}       | ${document({ rule: 'percentage', percent: 20, decimals: 2, rounding: 'nearest' })}
    ${'a discount of more than everything'}   | ${document({ rule: 'percentage', percent: -100.01, decimals: 2, rounding: 'down' })}
    ${'a tier of a negative length'}          | ${document({ rule: 'tiered_characters', bands: [{ up_to_characters: -1, credits_per_character: 1 }] })}
    ${'a card without rules'}                 | ${document()}
    ${'a card of 51 rules'}                   | ${document(...Array.from({ length: 51 }, () => base))}
    ${'an id in capitals'}                    | ${{ ...document(base), id: 'Made-up' }}
    ${'a card without a title'}               | ${{ id: 'made-up', rules: [base] }}
    ${'an unknown field of a card'}           | ${{ ...document(base), currency: 'EUR' }}
  `('refuses $behaviour', ({ data }) => {
    expect(isRateCard(data)).toBe(false);
  });

  it.each([0, 0.0001, 0.3, 9999.9999, 10_000])('allows an amount of four decimals up to 10,000: %d', (credits) => {
    expect(isRateCard(document({ ...base, credits }))).toBe(true);
  });
});
