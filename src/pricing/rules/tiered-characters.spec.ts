import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { readText } from '../message-text.js';
import { ParameterError } from '../parameter.error.js';
import { finish } from '../steps.js';
import { tieredCharacters } from './tiered-characters.js';

const BANDS = [
  { maxLength: 10, rate: credits('0.05') },
  { maxLength: 100, rate: credits('0.03') },
  { rate: credits('0.0125') },
];
const rule = tieredCharacters({ bands: BANDS });

const part = (label: string, quantity: number, rate: string, amount: string) => ({
  label,
  quantity,
  rate: credits(rate),
  credits: credits(amount),
});

describe('tiered_characters', () => {
  it.each<{ behaviour: string; quantity: number; amount: string; parts: object[] }>`
    behaviour                              | quantity | amount     | parts
    ${'has one part within the first'}     | ${1}     | ${'0.05'}  | ${[part('Characters 1-10', 1, '0.05', '0.05')]}
    ${'fills the first'}                   | ${10}    | ${'0.50'}  | ${[part('Characters 1-10', 10, '0.05', '0.50')]}
    ${'begins the second after its limit'} | ${11}    | ${'0.53'}  | ${[part('Characters 1-10', 10, '0.05', '0.50'), part('Characters 11-100', 1, '0.03', '0.03')]}
    ${'takes the rest at the last rate'}   | ${102}   | ${'3.225'} | ${[part('Characters 1-10', 10, '0.05', '0.50'), part('Characters 11-100', 90, '0.03', '2.70'), part('Characters 101 or more', 2, '0.0125', '0.025')]}
  `('$behaviour: $quantity characters cost $amount', ({ quantity, amount, parts }) => {
    expect(rule.charge(finish(readText('\u{1F600}'.repeat(quantity))), ZERO)).toEqual({
      quantity,
      unit: 'character',
      parts,
      credits: credits(amount),
    });
  });

  it('does not act on an empty message', () => {
    expect(rule.charge(finish(readText('')), ZERO)).toBeUndefined();
  });

  it('never charges a longer message less', () => {
    const totals = [10, 11, 100, 101, 1000].map(
      (length) => finish(rule.charge(finish(readText('x'.repeat(length))), ZERO))?.credits,
    );
    expect(totals).toEqual(['0.50', '0.53', '3.20', '3.2125', '14.45'].map(credits));
  });

  it('spans each tier, in code points', () => {
    const message = finish(readText('\u{1F600}'.repeat(12)));

    expect({ spans: rule.findSpans?.(message), parts: rule.findParts?.(message) }).toEqual({
      spans: [[0, 12]],
      parts: [
        { ...part('Characters 1-10', 10, '0.05', '0.50'), spans: [[0, 10]] },
        { ...part('Characters 11-100', 2, '0.03', '0.06'), spans: [[10, 12]] },
      ],
    });
  });

  it.each<{ behaviour: string; lengths: (number | undefined)[]; parameter: string }>`
    behaviour                    | lengths                      | parameter
    ${'overlap'}                 | ${[100, 50, undefined]}      | ${'bands[1].up_to_characters'}
    ${'repeat a length'}         | ${[3, 3, undefined]}         | ${'bands[1].up_to_characters'}
    ${'are closed at the end'}   | ${[3, 7]}                    | ${'bands[1].up_to_characters'}
    ${'are open before the end'} | ${[undefined, 3, undefined]} | ${'bands[0].up_to_characters'}
  `('refuses bands that $behaviour, naming the parameter', ({ lengths, parameter }) => {
    const bands = lengths.map((maxLength) => ({ ...(maxLength !== undefined && { maxLength }), rate: ZERO }));
    const message = 'the bands of tiered_characters must ascend, and only the last one must be open';

    expect(() => tieredCharacters({ bands })).toThrow(expect.objectContaining(new ParameterError(parameter, message)));
  });

  it('refuses an empty list of bands', () => {
    expect(() => tieredCharacters({ bands: [] })).toThrow(new RangeError('tiered_characters needs at least one band'));
  });

  it('describes itself on the price list', () => {
    expect(rule).toEqual({
      code: 'tiered_characters',
      label: 'Characters by tier',
      description:
        '+0.05 for each of characters 1-10, +0.03 for each of characters 11-100, +0.0125 for each of characters 101 or more',
      charge: expect.any(Function),
      findSpans: expect.any(Function),
      findParts: expect.any(Function),
      fast: { scale: 4, createCharge: expect.any(Function) },
    });
  });
});
