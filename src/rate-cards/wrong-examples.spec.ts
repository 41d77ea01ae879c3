import { describe, expect, it } from '@jest/globals';
import { createRateCard, type Example } from '../pricing/index.js';
import { findWrongExamples } from './wrong-examples.js';

const CARD = createRateCard({
  id: 'made-up',
  title: 'Made up',
  rules: [
    { rule: 'base_cost', credits: 1 },
    { rule: 'character_count', credits_per_character: 0.05 },
  ],
});

const BASE = { rule: 'base_cost', credits: 1 };

describe('findWrongExamples', () => {
  it.each<{ behaviour: string; example: Example }>`
    behaviour                   | example
    ${'a total alone'}          | ${{ text: 'hi', credits: 1.1 }}
    ${'lines without quantity'} | ${{ text: 'hi', credits: 1.1, lines: [BASE, { rule: 'character_count', credits: 0.1 }] }}
    ${'lines with quantity'}    | ${{ text: 'hi', credits: 1.1, lines: [BASE, { rule: 'character_count', quantity: 2, credits: 0.1 }] }}
    ${'a rule that acts not'}   | ${{ text: '', credits: 1, lines: [BASE] }}
  `('finds nothing wrong with $behaviour', ({ example }) => {
    expect(findWrongExamples(CARD, [example])).toEqual([]);
  });

  it.each<{ behaviour: string; example: Example; field: string; reason: string }>`
    behaviour               | example                                                                                                | field                   | reason
    ${'another total'}      | ${{ text: 'hi', credits: 1.15 }}                                                                       | ${'vectors[0].credits'} | ${'is 1.15, but "hi" costs 1.1'}
    ${'a total too fine'}   | ${{ text: 'hi', credits: 1.1000001 }}                                                                  | ${'vectors[0].credits'} | ${'is 1.1000001, but "hi" costs 1.1'}
    ${'a missing line'}     | ${{ text: 'hi', credits: 1.1, lines: [BASE] }}                                                         | ${'vectors[0].lines'}   | ${'are base_cost 1, but "hi" costs base_cost 1, character_count 0.1'}
    ${'another quantity'}   | ${{ text: 'hi', credits: 1.1, lines: [BASE, { rule: 'character_count', quantity: 3, credits: 0.1 }] }} | ${'vectors[0].lines'}   | ${'are base_cost 1, character_count of 3 0.1, but "hi" costs base_cost 1, character_count of 2 0.1'}
    ${'no lines at all'}    | ${{ text: 'hi', credits: 1.1, lines: [] }}                                                             | ${'vectors[0].lines'}   | ${'are none, but "hi" costs base_cost 1, character_count 0.1'}
    ${'a quantity of none'} | ${{ text: '', credits: 1, lines: [{ ...BASE, quantity: 1 }] }}                                         | ${'vectors[0].lines'}   | ${'are base_cost of 1 1, but "" costs base_cost 1'}
  `('names the text, what it costs and what was said: $behaviour', ({ example, field, reason }) => {
    expect(findWrongExamples(CARD, [example])).toEqual([{ field, reason }]);
  });

  it('names every wrong example, and of a long text its beginning', () => {
    const wrong = findWrongExamples(CARD, [
      { text: 'hi', credits: 0 },
      { text: 'hi', credits: 1.1 },
      { text: 'x'.repeat(101), credits: 0 },
    ]);

    expect(wrong).toEqual([
      { field: 'vectors[0].credits', reason: 'is 0, but "hi" costs 1.1' },
      { field: 'vectors[2].credits', reason: `is 0, but "${'x'.repeat(100)}…" costs 6.05` },
    ]);
  });
});
