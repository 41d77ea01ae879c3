import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from './credits.js';
import { priceReport, priceText } from './price.js';
import type { PricingRule } from './pricing-rule.js';

const rule = (code: string, charge: PricingRule['charge']): PricingRule => ({
  code,
  label: `Label of ${code}`,
  description: `What ${code} does`,
  charge,
});

const opening = rule('opening', () => ({ credits: credits('1.25') }));
const perWord = rule('per_word', ({ words: { length: quantity } }) => ({
  quantity,
  unit: 'word',
  rate: credits('0.50'),
  credits: credits(quantity / 2),
  parts: [{ label: 'All words', quantity, rate: credits('0.50'), credits: credits(quantity / 2) }],
}));
const again = rule('again', (_message, subtotal) => ({ credits: subtotal }));
const silent = rule('silent', () => undefined);

describe('a message priced by its text', () => {
  const priceBy = (...rules: PricingRule[]) => priceText({ id: 'made-up', rules }, 'review this lease');

  it('has a line for each rule that acts, with everything the rule returned, and their sum', () => {
    expect(priceBy(opening, silent, perWord)).toEqual({
      lines: [
        { rule: 'opening', label: 'Label of opening', credits: credits('1.25') },
        {
          rule: 'per_word',
          label: 'Label of per_word',
          quantity: 3,
          unit: 'word',
          rate: credits('0.50'),
          credits: credits('1.50'),
          parts: [{ label: 'All words', quantity: 3, rate: credits('0.50'), credits: credits('1.50') }],
        },
      ],
      total: credits('2.75'),
    });
  });

  it.each<{ behaviour: string; rules: PricingRule[]; amounts: string[]; total: string }>`
    behaviour                             | rules                       | amounts                     | total
    ${'costs nothing on an empty card'}   | ${[]}                       | ${[]}                       | ${'0.00'}
    ${'costs nothing if no rule acts'}    | ${[silent]}                 | ${[]}                       | ${'0.00'}
    ${'starts from nothing'}              | ${[again, opening]}         | ${['0.00', '1.25']}         | ${'1.25'}
    ${'shows each rule the total so far'} | ${[opening, again, again]}  | ${['1.25', '1.25', '2.50']} | ${'5.00'}
    ${'skips a rule that does not act'}   | ${[opening, silent, again]} | ${['1.25', '1.25']}         | ${'2.50'}
  `('$behaviour: $total', ({ rules, amounts, total }) => {
    const price = priceBy(...rules);

    expect({ amounts: price.lines.map((line) => line.credits), total: price.total }).toEqual({
      amounts: amounts.map(credits),
      total: credits(total),
    });
  });
});

describe('a message priced with spans', () => {
  const perEmoji: PricingRule = {
    ...perWord,
    code: 'per_emoji',
    findSpans: () => [
      [0, 1],
      [17, 18],
    ],
  };
  const never: PricingRule = { ...silent, findSpans: () => [[0, 18]] };
  const card = { id: 'made-up', rules: [opening, never, perEmoji] };
  const TEXT = '\u{1F600}review this lease\u{1F600}';

  it('has spans on the lines of rules that find spans, and on no other', () => {
    const { lines } = priceText(card, TEXT, { withSpans: true });

    expect(lines.map((line) => [line.rule, 'spans' in line, line.spans])).toEqual([
      ['opening', false, undefined],
      [
        'per_emoji',
        true,
        [
          [0, 1],
          [17, 18],
        ],
      ],
    ]);
  });

  it('has spans on the parts of a line if its rule finds parts', () => {
    const part = { label: 'All emoji', quantity: 2, rate: credits('0.50'), credits: credits('1.00') };
    const inParts: PricingRule = {
      ...rule('in_parts', () => ({ credits: credits('1.00'), parts: [part] })),
      findParts: () => [{ ...part, spans: [[0, 1]] }],
    };
    const lineOf = (withSpans: boolean) => priceText({ id: 'made-up', rules: [inParts] }, TEXT, { withSpans }).lines;
    const line = { rule: 'in_parts', label: 'Label of in_parts', credits: credits('1.00') };

    expect(lineOf(false)).toEqual([{ ...line, parts: [part] }]);
    expect(lineOf(true)).toEqual([{ ...line, parts: [{ ...part, spans: [[0, 1]] }] }]);
  });

  it.each([{ options: undefined }, { options: {} }, { options: { withSpans: false } }])(
    'has no spans unless the caller asks for them: $options',
    ({ options }) => {
      expect(priceText(card, TEXT, options).lines.map((line) => 'spans' in line)).toEqual([false, false]);
    },
  );

  it('costs the same as without spans', () => {
    expect(priceText(card, TEXT, { withSpans: true })).toMatchObject(priceText(card, TEXT));
  });
});

describe('a message priced by its report', () => {
  it.each([79, 0, 0.1, 12.345])('costs what the report costs, in one line: %d', (cost) => {
    expect(priceReport(credits(cost))).toEqual({
      lines: [{ rule: 'report_cost', label: 'Report', credits: credits(cost) }],
      total: credits(cost),
    });
  });

  it('may cost nothing', () => {
    expect(priceReport(ZERO).total).toEqual(ZERO);
  });
});
