import { describe, expect, it } from '@jest/globals';
import { toRuleNumbers } from './rule-numbers.js';

const CARD = `{"id":"x","rules":[{"rule":"base_cost","credits":1},{"rule":"palindrome"},
  {"rule":"word_length","bands":[{"up_to_characters":3,"credits_per_word":0.1},{"credits_per_word":0.3}]}]}`;

describe('the numbers of a card by its rules', () => {
  it('have labels in plain words, and say which of them count', () => {
    const rules = toRuleNumbers(CARD).map(({ name, numbers }) => [
      name,
      numbers.map(({ label, text, isWhole }) => [label, text, isWhole]),
    ]);
    expect(rules).toEqual([
      ['Base cost', [['Credits', '1', false]]],
      ['Palindrome', []],
      [
        'Word length',
        [
          ['Up to characters, band 1', '3', true],
          ['Credits per word, band 1', '0.1', false],
          ['Credits per word, band 2', '0.3', false],
        ],
      ],
    ]);
  });

  it.each(['', '{', '[]', '{"rules":3}', 'null'])('are none in %j', (json) => {
    expect(toRuleNumbers(json)).toEqual([]);
  });

  it('stand under the place of a rule that has no name', () => {
    expect(toRuleNumbers('{"rules":[null,{"credits":2}]}').map(({ name }) => name)).toEqual(['Rule 1', 'Rule 2']);
  });
});
