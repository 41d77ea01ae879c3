import { describe, expect, it } from '@jest/globals';
import { BUNDLED_RATE_CARDS, priceText, toDecimal } from '../pricing/index.js';
import { RULES_ALLOWED } from '../../test/support/price-lists.js';
import { type FieldError, InvalidInputError } from '../validation/invalid-input.error.js';
import { parseRateCard } from './rate-card.validator.js';

const PALINDROME = { rule: 'palindrome' };

const card = (...rules: unknown[]): Record<string, unknown> => ({ id: 'of-our-own', title: 'Of our own', rules });

const baseCost = (credits: unknown): Record<string, unknown> => card({ rule: 'base_cost', credits });

const bands = (...bands: unknown[]): Record<string, unknown> => card(PALINDROME, { rule: 'word_length', bands });

const band = (credits_per_word: unknown, up_to_characters?: unknown): object => ({
  credits_per_word,
  up_to_characters,
});

/** Parses JSON as it arrives, where `__proto__` is a key like any other. */
const parsed = (json: string): unknown => JSON.parse(json);

const errorsOf = (data: unknown): readonly FieldError[] => {
  try {
    parseRateCard(data);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.errors;
    throw error;
  }
  return [];
};

const NOT_KNOWN = 'is unknown; allowed: id, title, rules, vectors, $schema';
const NOT_OF_THE_RULE = 'is unknown; allowed: rule';
/** Why a rule is refused that is spelt `written`. */
const notARule = (written: string, nearest = ';'): string => `${written} is unknown${nearest} ${RULES_ALLOWED}`;
const ASCEND = (code: string): string => `the bands of ${code} must ascend, and only the last one must be open`;
const percentage = (parameters: object): Record<string, unknown> =>
  card({ rule: 'percentage', percent: 20, decimals: 2, rounding: 'half_up', ...parameters });
const DECIMALS = expect.stringMatching(/^[\d.e-]+ has more than 4 decimals$/);

describe('parseRateCard', () => {
  it.each(BUNDLED_RATE_CARDS)('accepts the bundled card $id', (document) => {
    expect(errorsOf(document)).toEqual([]);
    expect(parseRateCard(document)).toMatchObject({ document, card: { id: document.id } });
  });

  it('makes a card that prices texts', () => {
    const { card: ours } = parseRateCard(
      card({ rule: 'character_count', credits_per_character: 0.0125 }, { rule: 'minimum_cost', credits: 0.03 }),
    );
    expect(['a', 'abc'].map((text) => toDecimal(priceText(ours, text).total))).toEqual(['0.03', '0.0375']);
  });

  it.each([0, 0.0001, 0.05, 0.1, 0.3, 1.1, 2.675, 1234.5678, 9999.9999, 10_000])('accepts the amount %p', (credits) => {
    expect(errorsOf(baseCost(credits))).toEqual([]);
  });

  it.each<{ what: string; data: unknown; field: string; reason: unknown }>`
    what                                    | data                                                                                                                                                                                   | field                                   | reason
    ${'an unknown rule'}                    | ${card(PALINDROME, { rule: 'base_costs' })}                                                                                                                                            | ${'rules[1].rule'}                      | ${notARule('"base_costs"', ': did you mean base_cost?')}
    ${'a rule that is not a name'}          | ${card({ rule: 5 })}                                                                                                                                                                   | ${'rules[0].rule'}                      | ${notARule('5')}
    ${'a rule named as a prototype is'}     | ${card({ rule: '__proto__' })}                                                                                                                                                         | ${'rules[0].rule'}                      | ${notARule('"__proto__"')}
    ${'a rule named as a method is'}        | ${card({ rule: 'toString' })}                                                                                                                                                          | ${'rules[0].rule'}                      | ${notARule('"toString"')}
    ${'a rule without a name'}              | ${card({ credits: 1 })}                                                                                                                                                                | ${'rules[0].rule'}                      | ${'is missing'}
    ${'a rule that is null'}                | ${card(null)}                                                                                                                                                                          | ${'rules[0]'}                           | ${'must be object'}
    ${'a rule that is a list'}              | ${card([])}                                                                                                                                                                            | ${'rules[0]'}                           | ${'must be object'}
    ${'a rule twice'}                       | ${card(PALINDROME, PALINDROME)}                                                                                                                                                        | ${'rules[1].rule'}                      | ${'repeats palindrome'}
    ${'an unknown parameter'}               | ${card({ ...PALINDROME, factor: 2 })}                                                                                                                                                  | ${'rules[0].factor'}                    | ${NOT_OF_THE_RULE}
    ${'a parameter of another rule'}        | ${card({ ...PALINDROME, credits: 2 })}                                                                                                                                                 | ${'rules[0].credits'}                   | ${NOT_OF_THE_RULE}
    ${'a missing parameter'}                | ${card({ rule: 'base_cost' })}                                                                                                                                                         | ${'rules[0].credits'}                   | ${'is missing'}
    ${'an amount that is text'}             | ${baseCost('1')}                                                                                                                                                                       | ${'rules[0].credits'}                   | ${'must be number'}
    ${'an amount that is null'}             | ${baseCost(null)}                                                                                                                                                                      | ${'rules[0].credits'}                   | ${'must be number'}
    ${'an amount that is infinite'}         | ${parsed('{"id":"a","title":"A","rules":[{"rule":"base_cost","credits":1e400}]}')}                                                                                                     | ${'rules[0].credits'}                   | ${'must be number'}
    ${'a negative amount'}                  | ${baseCost(-0.01)}                                                                                                                                                                     | ${'rules[0].credits'}                   | ${'must be >= 0'}
    ${'an amount above 10,000'}             | ${baseCost(10_000.0001)}                                                                                                                                                               | ${'rules[0].credits'}                   | ${'must be <= 10000'}
    ${'five decimals'}                      | ${baseCost(0.00001)}                                                                                                                                                                   | ${'rules[0].credits'}                   | ${DECIMALS}
    ${'five decimals beside four'}          | ${baseCost(1.00011)}                                                                                                                                                                   | ${'rules[0].credits'}                   | ${DECIMALS}
    ${'eleven decimals'}                    | ${baseCost(1.000_000_000_01)}                                                                                                                                                          | ${'rules[0].credits'}                   | ${DECIMALS}
    ${'decimals that a double just holds'}  | ${baseCost(9999.000_000_000_01)}                                                                                                                                                       | ${'rules[0].credits'}                   | ${DECIMALS}
    ${'eleven decimals in a band'}          | ${bands(band(0.100_000_000_01))}                                                                                                                                                       | ${'rules[1].bands[0].credits_per_word'} | ${DECIMALS}
    ${'bands that do not ascend'}           | ${bands(band(1, 7), band(2, 3), band(3))}                                                                                                                                              | ${'rules[1].bands[1].up_to_characters'} | ${ASCEND('word_length')}
    ${'bands of the same length'}           | ${bands(band(1, 3), band(2, 3), band(3))}                                                                                                                                              | ${'rules[1].bands[1].up_to_characters'} | ${ASCEND('word_length')}
    ${'a last band that is not open'}       | ${bands(band(1, 3))}                                                                                                                                                                   | ${'rules[1].bands[0].up_to_characters'} | ${ASCEND('word_length')}
    ${'an open band before the last'}       | ${bands(band(1), band(2))}                                                                                                                                                             | ${'rules[1].bands[0].up_to_characters'} | ${ASCEND('word_length')}
    ${'tiers that overlap'}                 | ${card({ rule: 'tiered_characters', bands: [{ up_to_characters: 100, credits_per_character: 1 }, { up_to_characters: 50, credits_per_character: 2 }, { credits_per_character: 3 }] })} | ${'rules[0].bands[1].up_to_characters'} | ${ASCEND('tiered_characters')}
    ${'an allowance of a negative length'}  | ${card({ rule: 'free_allowance_per_message', characters: -5, credits_per_character: 1 })}                                                                                              | ${'rules[0].characters'}                | ${'must be >= 1'}
    ${'a percent of five decimals'}         | ${percentage({ percent: -0.00001 })}                                                                                                                                                   | ${'rules[0].percent'}                   | ${'-0.00001 has more than 4 decimals'}
    ${'a discount of more than everything'} | ${percentage({ percent: -101 })}                                                                                                                                                       | ${'rules[0].percent'}                   | ${'must be >= -100'}
    ${'a rounding that does not exist'}     | ${percentage({ rounding: 'half-up' })}                                                                                                                                                 | ${'rules[0].rounding'}                  | ${'must be one of half_up, half_even, up, down'}
    ${'a charge of five decimals'}          | ${percentage({ decimals: 5 })}                                                                                                                                                         | ${'rules[0].decimals'}                  | ${'must be <= 4'}
    ${'a parameter that is misspelt'}       | ${card({ rule: 'maximum_cost', credits: 1, credit: 2 })}                                                                                                                               | ${'rules[0].credit'}                    | ${'is unknown: did you mean credits? allowed: rule, credits'}
    ${'no bands'}                           | ${bands()}                                                                                                                                                                             | ${'rules[1].bands'}                     | ${'must NOT have fewer than 1 items'}
    ${'a band of half a character'}         | ${bands(band(1, 0.5), band(2))}                                                                                                                                                        | ${'rules[1].bands[0].up_to_characters'} | ${'must be integer'}
    ${'no rules'}                           | ${card()}                                                                                                                                                                              | ${'rules'}                              | ${'must NOT have fewer than 1 items'}
    ${'rules that are not a list'}          | ${{ ...card(), rules: {} }}                                                                                                                                                            | ${'rules'}                              | ${'must be array'}
    ${'more rules than there are'}          | ${card(...Array.from({ length: 51 }, () => PALINDROME))}                                                                                                                               | ${'rules'}                              | ${'must NOT have more than 50 items'}
    ${'an id in capitals'}                  | ${{ ...card(PALINDROME), id: 'Ours' }}                                                                                                                                                 | ${'id'}                                 | ${expect.stringContaining('must match')}
    ${'an id of 65 characters'}             | ${{ ...card(PALINDROME), id: 'a'.repeat(65) }}                                                                                                                                         | ${'id'}                                 | ${expect.stringContaining('must match')}
    ${'an id that is a path'}               | ${{ ...card(PALINDROME), id: '../ours' }}                                                                                                                                              | ${'id'}                                 | ${expect.stringContaining('must match')}
    ${'an id that is a number'}             | ${{ ...card(PALINDROME), id: 5 }}                                                                                                                                                      | ${'id'}                                 | ${'must be string'}
    ${'an empty title'}                     | ${{ ...card(PALINDROME), title: '' }}                                                                                                                                                  | ${'title'}                              | ${'must NOT have fewer than 1 characters'}
    ${'a title of 201 characters'}          | ${{ ...card(PALINDROME), title: 'a'.repeat(201) }}                                                                                                                                     | ${'title'}                              | ${'must NOT have more than 200 characters'}
    ${'a title that has no UTF-8'}          | ${{ ...card(PALINDROME), title: 'Our\uD83D' }}                                                                                                                                         | ${'title'}                              | ${expect.any(String)}
    ${'a key that it does not have'}        | ${{ ...card(PALINDROME), version: 2 }}                                                                                                                                                 | ${'version'}                            | ${NOT_KNOWN}
    ${'a prototype among its keys'}         | ${parsed('{"id":"a","title":"A","rules":[{"rule":"palindrome"}],"__proto__":{"polluted":1}}')}                                                                                         | ${'__proto__'}                          | ${NOT_KNOWN}
    ${'a prototype among its parameters'}   | ${parsed('{"id":"a","title":"A","rules":[{"rule":"palindrome","__proto__":{}}]}')}                                                                                                     | ${'rules[0].__proto__'}                 | ${NOT_OF_THE_RULE}
    ${'a constructor among its keys'}       | ${{ ...card(PALINDROME), constructor: {} }}                                                                                                                                            | ${'constructor'}                        | ${NOT_KNOWN}
    ${'nothing'}                            | ${undefined}                                                                                                                                                                           | ${'the rate card'}                      | ${'must be object'}
    ${'null'}                               | ${null}                                                                                                                                                                                | ${'the rate card'}                      | ${'must be object'}
    ${'a list'}                             | ${[card(PALINDROME)]}                                                                                                                                                                  | ${'the rate card'}                      | ${'must be object'}
    ${'text'}                               | ${'standard'}                                                                                                                                                                          | ${'the rate card'}                      | ${'must be object'}
  `('refuses $what, naming the field', ({ data, field, reason }) => {
    expect(errorsOf(data)).toEqual([{ field, reason }]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('refuses a card without a title', () => {
    expect(errorsOf({ id: 'of-our-own', rules: [PALINDROME] })).toEqual([{ field: 'title', reason: 'is missing' }]);
  });
});
