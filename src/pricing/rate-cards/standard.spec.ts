import { describe, expect, it } from '@jest/globals';

import { toDecimal } from '../credits.js';
import { priceText } from '../price.js';
import { STANDARD } from './standard.js';

interface Line {
  readonly rule: string;
  readonly quantity?: number | undefined;
  readonly credits: string;
}

const BASE: Line = { rule: 'base_cost', credits: '1.00' };
const characters = (quantity: number, credits: string): Line => ({ rule: 'character_count', quantity, credits });
const words = (quantity: number, credits: string): Line => ({ rule: 'word_length', quantity, credits });
const vowels = (quantity: number, credits: string): Line => ({ rule: 'third_vowels', quantity, credits });
const PENALTY: Line = { rule: 'length_penalty', credits: '5.00' };
const BONUS: Line = { rule: 'unique_word_bonus', credits: '-2.00' };
const minimum = (credits: string): Line => ({ rule: 'minimum_cost', credits });
const palindrome = (credits: string): Line => ({ rule: 'palindrome', credits });

/**
 * The worked examples of the specification, line by line. No figure here may come from running the
 * code.
 */
const WORKED_EXAMPLES: readonly { text: string; lines: readonly Line[]; total: string }[] = [
  { text: '', lines: [BASE], total: '1.00' },
  { text: 'hi', lines: [BASE, characters(2, '0.10'), words(1, '0.10'), BONUS, minimum('1.80')], total: '1.00' },
  {
    text: 'aba',
    lines: [
      BASE,
      characters(3, '0.15'),
      words(1, '0.10'),
      vowels(1, '0.30'),
      BONUS,
      minimum('1.45'),
      palindrome('1.00'),
    ],
    total: '2.00',
  },
  {
    text: 'a',
    lines: [BASE, characters(1, '0.05'), words(1, '0.10'), BONUS, minimum('1.85'), palindrome('1.00')],
    total: '2.00',
  },
  {
    text: 'hello world',
    lines: [BASE, characters(11, '0.55'), words(2, '0.40'), BONUS, minimum('1.05')],
    total: '1.00',
  },
  {
    text: 'The quick brown fox',
    lines: [BASE, characters(19, '0.95'), words(4, '0.60'), vowels(3, '0.90'), BONUS],
    total: '1.45',
  },
  {
    text: 'free-for-all',
    lines: [BASE, characters(12, '0.60'), words(1, '0.30'), vowels(1, '0.30'), BONUS, minimum('0.80')],
    total: '1.00',
  },
  {
    text: "Madam, I'm Adam",
    lines: [
      BASE,
      characters(15, '0.75'),
      words(3, '0.50'),
      vowels(1, '0.30'),
      BONUS,
      minimum('0.45'),
      palindrome('1.00'),
    ],
    total: '2.00',
  },
  { text: '&^% *() &^%)', lines: [BASE, characters(12, '0.60')], total: '1.60' },
  {
    text: 'a'.repeat(101),
    lines: [BASE, characters(101, '5.05'), words(1, '0.30'), vowels(33, '9.90'), PENALTY, BONUS, palindrome('19.25')],
    total: '38.50',
  },
  {
    text: 'Are there any restrictions on alterations or improvements?',
    lines: [BASE, characters(58, '2.90'), words(8, '1.50'), vowels(6, '1.80'), BONUS],
    total: '5.20',
  },
  {
    text: 'orbital latibro',
    lines: [BASE, characters(15, '0.75'), words(2, '0.40'), vowels(3, '0.90'), BONUS, palindrome('1.05')],
    total: '2.10',
  },
  {
    text: 'Generate a Tenant Obligations Report for the new lease terms.',
    lines: [BASE, characters(61, '3.05'), words(10, '1.80'), vowels(8, '2.40'), BONUS],
    total: '6.25',
  },
  { text: 'lease lease', lines: [BASE, characters(11, '0.55'), words(2, '0.40'), vowels(2, '0.60')], total: '2.55' },
  {
    text: 'Lease lease',
    lines: [BASE, characters(11, '0.55'), words(2, '0.40'), vowels(2, '0.60'), BONUS, minimum('0.45')],
    total: '1.00',
  },
  {
    text: 'rent - due - date',
    lines: [BASE, characters(17, '0.85'), words(5, '0.70'), vowels(2, '0.60')],
    total: '3.15',
  },
  { text: 'abc123 abc456', lines: [BASE, characters(13, '0.65'), words(2, '0.20')], total: '1.85' },
  {
    text: 'snake_case_word word',
    lines: [BASE, characters(20, '1.00'), words(4, '0.80'), vowels(2, '0.60')],
    total: '3.40',
  },
  { text: "tenant\u2019s rent, tenant's rent", lines: [BASE, characters(28, '1.40'), words(4, '1.00')], total: '3.40' },
  {
    text: 'lease lease caf\u00E9',
    lines: [BASE, characters(16, '0.80'), words(3, '0.60'), vowels(2, '0.60')],
    total: '3.00',
  },
  {
    text: 'lease lease cafe\u0301',
    lines: [BASE, characters(17, '0.85'), words(3, '0.60'), vowels(2, '0.60')],
    total: '3.05',
  },
  { text: '12321', lines: [BASE, characters(5, '0.25'), palindrome('1.25')], total: '2.50' },
  { text: '12345', lines: [BASE, characters(5, '0.25')], total: '1.25' },
  { text: '\u{1F600}\u{1F600}\u{1F600}', lines: [BASE, characters(3, '0.15')], total: '1.15' },
  {
    text: 'xx\u{1F600} lease lease',
    lines: [BASE, characters(15, '0.75'), words(3, '0.50'), vowels(4, '1.20')],
    total: '3.45',
  },
  { text: 'level level', lines: [BASE, characters(11, '0.55'), words(2, '0.40'), palindrome('1.95')], total: '3.90' },
  {
    text: 'A man, a plan, a canal: Panama',
    lines: [BASE, characters(30, '1.50'), words(7, '1.00'), vowels(3, '0.90'), palindrome('4.40')],
    total: '8.80',
  },
  {
    text: 'xxa xxe xxI xxO xxu xxy',
    lines: [BASE, characters(23, '1.15'), words(6, '0.60'), vowels(2, '0.60'), BONUS],
    total: '1.35',
  },
  {
    text: '\u041F\u0440\u0438\u0432\u0435\u0442 \u043C\u0438\u0440',
    lines: [BASE, characters(10, '0.50'), words(2, '0.30'), BONUS, minimum('1.20')],
    total: '1.00',
  },
  {
    text: 'lease '.repeat(16) + 'leas',
    lines: [BASE, characters(100, '5.00'), words(17, '3.40'), vowels(17, '5.10')],
    total: '14.50',
  },
  {
    text: 'lease '.repeat(16) + 'lease',
    lines: [BASE, characters(101, '5.05'), words(17, '3.40'), vowels(17, '5.10'), PENALTY],
    total: '19.55',
  },
  { text: '   ', lines: [BASE, characters(3, '0.15')], total: '1.15' },
  { text: '!', lines: [BASE, characters(1, '0.05')], total: '1.05' },
  { text: '-', lines: [BASE, characters(1, '0.05'), words(1, '0.10'), BONUS, minimum('1.85')], total: '1.00' },
  { text: "''-'", lines: [BASE, characters(4, '0.20'), words(1, '0.20'), BONUS, minimum('1.60')], total: '1.00' },
  { text: 'a\tb\nc a', lines: [BASE, characters(7, '0.35'), words(4, '0.40')], total: '1.75' },
  { text: 'the The the', lines: [BASE, characters(11, '0.55'), words(3, '0.30'), vowels(1, '0.30')], total: '2.15' },
  {
    text: '\u00E9ab ba ab ba',
    lines: [BASE, characters(12, '0.60'), words(4, '0.40'), vowels(2, '0.60')],
    total: '2.60',
  },
];

describe('the standard rate card', () => {
  const examples = WORKED_EXAMPLES.map((example) => ({ ...example, title: JSON.stringify(example.text) }));

  it.each(examples)('prices $title at $total', ({ text, lines, total }) => {
    const price = priceText(STANDARD, text);

    expect({
      lines: price.lines.map(({ rule, quantity, credits }): Line => ({ rule, quantity, credits: toDecimal(credits) })),
      total: toDecimal(price.total),
    }).toEqual({ lines, total });
  });

  it('has these rules, in this order', () => {
    const list = STANDARD.rules.map(({ code, description }) => [code, description]);

    expect([STANDARD.id, ...list]).toEqual([
      'standard',
      ['base_cost', '1.00 for every message'],
      ['character_count', '+0.05 for each character'],
      ['word_length', 'each word of 1-3 characters +0.10, of 4-7 characters +0.20, of 8 or more characters +0.30'],
      ['third_vowels', '+0.30 for each 3rd, 6th, 9th \u2026 character that is one of a e i o u A E I O U'],
      ['length_penalty', '+5.00 if the message has more than 100 characters'],
      ['unique_word_bonus', '-2.00 if every word is different (case-sensitive)'],
      ['minimum_cost', 'if the total is now below 1.00, it becomes 1.00'],
      [
        'palindrome',
        'the total so far doubles if the whole message, lower-cased and stripped of everything but letters and numbers, reads the same backwards',
      ],
    ]);
  });
});
