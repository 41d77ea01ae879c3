import fc from 'fast-check';
import { anyCharacter } from './any-character.js';

const WORDS = "lease|Lease|the |rent|landlord |tenant's |tenant\u2019s |sub-let|caf\u00E9|cafe\u0301 ".split('|');
const LETTERS = 'aeiouAEIOUbxyZ\u00E9\u00DC\u00DF\u0434\u05D0\u4E2D\u0130\u0131\u212A\u017F\u00AA\u{10400}\u{10428}';
const OTHERS =
  '01279\u0663\u00B2\u2167 \t\n\0.,?!_()"-\'\u2018\u2019\u2013\u0301\u0323\u0903\u20E3\uFE0F\u200D\u{1F600}\u2764\u{1F1EB}';
const LONE_SURROGATES = ['\uD83D', '\uDE00', '\uD801', '\uDC00'];

const oneOf = (characters: string, others: string[] = []) => fc.constantFrom(...Array.from(characters), ...others);

/** Texts of all lengths up to some 150 characters, of what upstream sends and of what it might. */
export const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...WORDS, ' ', ' ', '?'), maxLength: 25, size: 'max' }),
  fc.string({ unit: oneOf(LETTERS + OTHERS, LONE_SURROGATES), maxLength: 150, size: 'max' }),
  fc.string({ unit: oneOf('aAb- '), maxLength: 12 }),
  fc.string({ unit: anyCharacter, maxLength: 150, size: 'max' }),
);

/** Letters and digits with a single partner in the other case, mirrored with other punctuation on either side. */
export const anyPalindrome = fc
  .tuple(
    fc.array(
      fc.record({
        kept: oneOf('abeioutxz1279\u00E9\u0434\u05D0\u{10428}'),
        before: fc.constantFrom('', '', ' ', ', ', "'", '\u2764\uFE0F', '\uD83D ', '_'),
        after: fc.constantFrom('', '', ' ', '-', '\u2019', '\u{1F600}', '\u0301', '\n'),
      }),
      { minLength: 1, maxLength: 60, size: 'max' },
    ),
    fc.boolean(),
  )
  .map(([half, pivot]) => {
    const left = half.map(({ kept, before }) => before + kept);
    const right = half.map(({ kept, after }) => kept.toUpperCase() + after).toReversed();
    return [...left, ...(pivot ? right.slice(1) : right)].join('');
  });

/** Letters that lower-case alone to another length, script or place than their neighbours. */
const CASES = 'aAkK\u212A\u0130\u0307iI\u0131s\u017F\u03A3\u03C3\u03C2\u1E9E\u00DF ';

/** Numbers of every kind, decimal (Nd), letter-like (Nl) and other (No), beside letters, marks and symbols that look like them. */
const NUMBERS =
  '17\u0663\uFF17\u{1D7D9}\u2167\u2177\u3007\u{10141}\u00B2\u00BD\u2460\u2462\u{10107}\u{1F101}a\u00AA\u24D0\u0301\u20E3 -';

const mirrored = (half: string): string => half + Array.from(half).toReversed().join('');

/** Palindromes, near-palindromes and texts of few different words, in which every rule acts now and then. */
export const anyPricedText = fc.oneof(
  anyText,
  anyPalindrome,
  fc.string({ unit: 'grapheme-ascii', maxLength: 150, size: 'max' }),
  fc.string({ unit: oneOf(CASES), maxLength: 7 }),
  fc.string({ unit: oneOf("ab e'-1?"), maxLength: 40, size: 'max' }),
  fc.string({ unit: oneOf('e\u0301\u20DD-\u2019\u{1D165}\u{10428} 1'), maxLength: 12 }),
  fc.string({ unit: oneOf(NUMBERS), maxLength: 7 }),
  fc.string({ unit: oneOf(NUMBERS, LONE_SURROGATES), maxLength: 40 }).map(mirrored),
);
