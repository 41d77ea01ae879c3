import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { lengthPenalty } from './length-penalty.js';

describe('length_penalty', () => {
  const PENALTY = credits('5.00');
  const chargeOn = (text: string, limit = 100) =>
    lengthPenalty({ limit, penalty: PENALTY }).charge(finish(readText(text)), ZERO);

  it.each<{ behaviour: string; text: string }>`
    behaviour                             | text
    ${'101 characters'}                   | ${'a'.repeat(101)}
    ${'101 spaces'}                       | ${' '.repeat(101)}
    ${'101 emoji'}                        | ${'\u{1F600}'.repeat(101)}
    ${'51 letters with their 50 marks'}   | ${'e\u0301'.repeat(50) + 'e'}
    ${'a thousand characters, also once'} | ${'a'.repeat(1000)}
  `('charges $behaviour', ({ text }) => {
    expect(chargeOn(text)).toEqual({ credits: PENALTY });
  });

  it.each<{ behaviour: string; text: string }>`
    behaviour                           | text
    ${'an empty message'}               | ${''}
    ${'100 characters exactly'}         | ${'a'.repeat(100)}
    ${'100 emoji, of 200 UTF-16 units'} | ${'\u{1F600}'.repeat(100)}
    ${'50 letters with their 50 marks'} | ${'e\u0301'.repeat(50)}
  `('does not act on $behaviour', ({ text }) => {
    expect(chargeOn(text)).toBeUndefined();
  });

  it('uses the limit of its card', () => {
    expect([chargeOn('rent', 4), chargeOn('rents', 4)]).toEqual([undefined, { credits: PENALTY }]);
  });

  it('describes itself on the price list', () => {
    expect(lengthPenalty({ limit: 250, penalty: credits('7.5') })).toEqual({
      code: 'length_penalty',
      label: 'More than 250 characters',
      description: '+7.50 if the message has more than 250 characters',
      charge: expect.any(Function),
      fast: { scale: 2, createCharge: expect.any(Function), describe: expect.any(Function) },
    });
  });
});
