import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import type { ChargePart } from '../pricing-rule.js';
import type { LengthBand } from './length-bands.js';
import { wordLength } from './word-length.js';

const part = (label: string, quantity: number, rate: string, amount: string): ChargePart => ({
  label,
  quantity,
  rate: credits(rate),
  credits: credits(amount),
});
const short = (quantity: number, amount: string) => part('Words of 1-3 characters', quantity, '0.10', amount);
const medium = (quantity: number, amount: string) => part('Words of 4-7 characters', quantity, '0.20', amount);
const long = (quantity: number, amount: string) => part('Words of 8 or more characters', quantity, '0.30', amount);

const BANDS: readonly LengthBand[] = [
  { maxLength: 3, rate: credits('0.10') },
  { maxLength: 7, rate: credits('0.20') },
  { rate: credits('0.30') },
];

describe('word_length', () => {
  const chargeOn = (text: string, bands = BANDS) => finish(wordLength({ bands }).charge(finish(readText(text)), ZERO));

  it.each<{ behaviour: string; text: string; quantity: number; parts: ChargePart[]; amount: string }>`
    behaviour                                        | text                               | quantity | parts                                                     | amount
    ${'charges a word of one character'}             | ${'a'}                             | ${1}     | ${[short(1, '0.10')]}                                     | ${'0.10'}
    ${'charges three characters as short'}           | ${'tax'}                           | ${1}     | ${[short(1, '0.10')]}                                     | ${'0.10'}
    ${'charges four characters as medium'}           | ${'rent'}                          | ${1}     | ${[medium(1, '0.20')]}                                    | ${'0.20'}
    ${'charges seven characters as medium'}          | ${'tenants'}                       | ${1}     | ${[medium(1, '0.20')]}                                    | ${'0.20'}
    ${'charges eight characters as long'}            | ${'landlord'}                      | ${1}     | ${[long(1, '0.30')]}                                      | ${'0.30'}
    ${'charges every word, repeated or not'}         | ${'the tax, the tax'}              | ${4}     | ${[short(4, '0.40')]}                                     | ${'0.40'}
    ${'lists the bands in order, not the words'}     | ${'obligations of the old tenant'} | ${5}     | ${[short(3, '0.30'), medium(1, '0.20'), long(1, '0.30')]} | ${'0.80'}
    ${'leaves out a band without words'}             | ${'landlord or tax'}               | ${3}     | ${[short(2, '0.20'), long(1, '0.30')]}                    | ${'0.50'}
    ${'counts apostrophes and hyphens of a word'}    | ${"it's sub-let"}                  | ${2}     | ${[medium(2, '0.40')]}                                    | ${'0.40'}
    ${'charges a lone hyphen'}                       | ${'-'}                             | ${1}     | ${[short(1, '0.10')]}                                     | ${'0.10'}
    ${'counts a combining mark of a word'}           | ${'e\u0301te'}                     | ${1}     | ${[medium(1, '0.20')]}                                    | ${'0.20'}
    ${'counts a letter beyond the basic plane once'} | ${'\u{10428}\u{10428}\u{10428}'}   | ${1}     | ${[short(1, '0.10')]}                                     | ${'0.10'}
  `('$behaviour: "$text" $amount', ({ text, quantity, parts, amount }) => {
    expect(chargeOn(text)).toEqual({ quantity, unit: 'word', parts, credits: credits(amount) });
  });

  it.each(['', '   ', '2024', '?!', '\u2764\uFE0F'])('does not act on a wordless message: "%s"', (text) => {
    expect(chargeOn(text)).toBeUndefined();
  });

  it('charges by the bands of its price list', () => {
    const bands = [{ maxLength: 5, rate: credits('0.125') }, { rate: credits('1.00') }];

    expect(chargeOn('tenant lease land', bands)).toEqual({
      quantity: 3,
      unit: 'word',
      parts: [
        part('Words of 1-5 characters', 2, '0.125', '0.25'),
        part('Words of 6 or more characters', 1, '1.00', '1.00'),
      ],
      credits: credits('1.25'),
    });
  });

  it.each<{ behaviour: string; lengths: (number | undefined)[] }>`
    behaviour                      | lengths
    ${'descend'}                   | ${[7, 3, undefined]}
    ${'repeat a length'}           | ${[3, 3, undefined]}
    ${'begin with no length'}      | ${[0, undefined]}
    ${'are closed at the end'}     | ${[3, 7]}
    ${'are one, and closed'}       | ${[3]}
    ${'are open before the end'}   | ${[3, undefined, 7]}
    ${'are open more than once'}   | ${[3, undefined, undefined]}
    ${'are open at the beginning'} | ${[undefined, 3]}
  `('refuses bands that $behaviour', ({ lengths }) => {
    const bands = lengths.map((maxLength) => ({
      ...(maxLength !== undefined && { maxLength }),
      rate: credits('0.10'),
    }));

    expect(() => wordLength({ bands })).toThrow(
      new RangeError('the bands of word_length must ascend, and only the last one must be open'),
    );
  });

  it('refuses an empty list of bands', () => {
    expect(() => wordLength({ bands: [] })).toThrow(new RangeError('word_length needs at least one band'));
  });

  it('may charge all words alike, in one open band', () => {
    expect(chargeOn('landlord or tax', [{ rate: credits('0.25') }])).toEqual({
      quantity: 3,
      unit: 'word',
      parts: [part('Words of 1 or more characters', 3, '0.25', '0.75')],
      credits: credits('0.75'),
    });
  });

  it('may have a band of a single length', () => {
    const bands = [
      { maxLength: 3, rate: credits('0.10') },
      { maxLength: 4, rate: credits('0.50') },
      { rate: credits('0.30') },
    ];

    expect(chargeOn('tax rent lease', bands)?.credits).toEqual(credits('0.90'));
  });

  it('spans each word, in code points', () => {
    const text = "\u{1F600} the tenant's cafe\u0301\u{1F600}\u{10428}-";

    expect(finish(wordLength({ bands: BANDS }).findSpans?.(finish(readText(text))))).toEqual([
      [2, 5],
      [6, 14],
      [15, 20],
      [21, 23],
    ]);
  });

  it('has a part with spans for each band that has words', () => {
    const message = finish(readText("\u{1F600} the tenant's cafe\u0301\u{1F600}\u{10428}-"));
    const { findParts } = wordLength({ bands: BANDS });

    expect(finish(findParts?.(message))).toEqual([
      {
        ...short(2, '0.20'),
        spans: [
          [2, 5],
          [21, 23],
        ],
      },
      { ...medium(1, '0.20'), spans: [[15, 20]] },
      { ...long(1, '0.30'), spans: [[6, 14]] },
    ]);
    expect(finish(findParts?.(finish(readText('a landlord'))))).toEqual([
      { ...short(1, '0.10'), spans: [[0, 1]] },
      { ...long(1, '0.30'), spans: [[2, 10]] },
    ]);
  });

  it('describes itself on the price list', () => {
    expect(wordLength({ bands: BANDS })).toMatchObject({
      code: 'word_length',
      label: 'Words by length',
      description: 'each word of 1-3 characters +0.10, of 4-7 characters +0.20, of 8 or more characters +0.30',
    });
  });
});
