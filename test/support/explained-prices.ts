import { STANDARD, TOKEN_ESTIMATE } from './price-lists.js';

/**
 * Prices as receipts and estimates explain them, worked out by hand from section 3 of the specification: no figure here
 * comes from running the code.
 */

export interface Line {
  readonly rule: string;
  readonly credits: number;
  readonly running_total: number;
  readonly [detail: string]: unknown;
}

export interface Explained {
  readonly basis: string;
  readonly credits_used: number;
  readonly lines: readonly Line[];
  readonly [detail: string]: unknown;
}

const base: Line = { rule: 'base_cost', label: 'Base cost', credits: 1, running_total: 1 };

const characters = (quantity: number, credits: number, total: number): Line => ({
  rule: 'character_count',
  label: 'Characters',
  quantity,
  unit: 'character',
  rate: 0.05,
  credits,
  running_total: total,
});

const words = (quantity: number, credits: number, total: number, parts: readonly object[]): Line => ({
  rule: 'word_length',
  label: 'Words by length',
  quantity,
  unit: 'word',
  credits,
  running_total: total,
  parts,
});

const short = (quantity: number, credits: number) => ({
  label: 'Words of 1-3 characters',
  quantity,
  rate: 0.1,
  credits,
});
const middle = (quantity: number, credits: number) => ({
  label: 'Words of 4-7 characters',
  quantity,
  rate: 0.2,
  credits,
});
const long = (quantity: number, credits: number) => ({
  label: 'Words of 8 or more characters',
  quantity,
  rate: 0.3,
  credits,
});

const vowels = (quantity: number, credits: number, total: number): Line => ({
  rule: 'third_vowels',
  label: 'Vowels in every third place',
  quantity,
  unit: 'vowel',
  rate: 0.3,
  credits,
  running_total: total,
});

const penalty = (total: number): Line => ({
  rule: 'length_penalty',
  label: 'More than 100 characters',
  credits: 5,
  running_total: total,
});

const bonus = (total: number): Line => ({
  rule: 'unique_word_bonus',
  label: 'Every word is different',
  credits: -2,
  running_total: total,
});

const minimum = (credits: number): Line => ({
  rule: 'minimum_cost',
  label: 'Minimum cost',
  credits,
  running_total: 1,
});

const palindrome = (credits: number, total: number): Line => ({
  rule: 'palindrome',
  label: 'Palindrome',
  credits,
  running_total: total,
});

/** The price of a text that no report has to do with. */
const byText = (credits: number, ...lines: Line[]): Explained => ({
  basis: 'text',
  credits_used: credits,
  rate_card: STANDARD,
  lines,
});

/** One word, a character too long. */
const HYPHENS = '-'.repeat(101);

/** Three astral characters come before all that is charged by its place: in UTF-16 every place would be three higher. */
export const WITH_EMOJI = '\u{1F600}\u{1F600} \u{1F600}lease a lease';

/** Prices of texts on the standard card, by the text. */
export const BY_TEXT = {
  '': byText(1, base),
  hi: byText(1, base, characters(2, 0.1, 1.1), words(1, 0.1, 1.2, [short(1, 0.1)]), bonus(-0.8), minimum(1.8)),
  aba: byText(
    2,
    base,
    characters(3, 0.15, 1.15),
    words(1, 0.1, 1.25, [short(1, 0.1)]),
    vowels(1, 0.3, 1.55),
    bonus(-0.45),
    minimum(1.45),
    palindrome(1, 2),
  ),
  '!': byText(1.05, base, characters(1, 0.05, 1.05)),
  'lease lease': byText(
    2.55,
    base,
    characters(11, 0.55, 1.55),
    words(2, 0.4, 1.95, [middle(2, 0.4)]),
    vowels(2, 0.6, 2.55),
  ),
  'Review a break date.': byText(
    1,
    base,
    characters(20, 1, 2),
    words(4, 0.7, 2.7, [short(1, 0.1), middle(3, 0.6)]),
    vowels(1, 0.3, 3),
    bonus(1),
  ),
  'orbital latibro': byText(
    2.1,
    base,
    characters(15, 0.75, 1.75),
    words(2, 0.4, 2.15, [middle(2, 0.4)]),
    vowels(3, 0.9, 3.05),
    bonus(1.05),
    palindrome(1.05, 2.1),
  ),
  'Are there any restrictions on alterations or improvements?': byText(
    5.2,
    base,
    characters(58, 2.9, 3.9),
    words(8, 1.5, 5.4, [short(4, 0.4), middle(1, 0.2), long(3, 0.9)]),
    vowels(6, 1.8, 7.2),
    bonus(5.2),
  ),
  [WITH_EMOJI]: byText(
    3.25,
    base,
    characters(17, 0.85, 1.85),
    words(3, 0.5, 2.35, [short(1, 0.1), middle(2, 0.4)]),
    vowels(3, 0.9, 3.25),
  ),
  [HYPHENS]: byText(
    9.35,
    base,
    characters(101, 5.05, 6.05),
    words(1, 0.3, 6.35, [long(1, 0.3)]),
    penalty(11.35),
    bonus(9.35),
  ),
};

/** The report that `report()` of period.ts makes. */
export const BY_REPORT: Explained = {
  basis: 'report',
  report: { id: 7, name: 'Lease Abstract' },
  credits_used: 45,
  rate_card: STANDARD,
  lines: [{ rule: 'report_cost', label: 'Report', credits: 45, running_total: 45 }],
};

/** "What is the rent?" on the card `token-estimate`. */
export const BY_TOKENS: Explained = {
  basis: 'text',
  credits_used: 1.7,
  rate_card: TOKEN_ESTIMATE,
  lines: [
    {
      rule: 'token_estimate',
      label: 'Tokens, estimated as characters / 4',
      quantity: 17,
      unit: 'character',
      credits: 1.7,
      running_total: 1.7,
    },
  ],
};

const PLACES = new Map([
  ['character_count', { spans: [[0, 17]] }],
  [
    'word_length',
    {
      spans: [
        [4, 9],
        [10, 11],
        [12, 17],
      ],
    },
  ],
  [
    'third_vowels',
    {
      spans: [
        [5, 6],
        [8, 9],
        [14, 15],
      ],
    },
  ],
]);

const PLACES_OF_BANDS = [
  [[10, 11]],
  [
    [4, 9],
    [12, 17],
  ],
];

/** The price of {@link WITH_EMOJI} with the places that its rules charge, in code points. */
export const WITH_PLACES: Explained = {
  ...BY_TEXT[WITH_EMOJI],
  lines: BY_TEXT[WITH_EMOJI].lines.map((line) => ({
    ...line,
    ...PLACES.get(line.rule),
    ...('parts' in line && {
      parts: (line.parts as object[]).map((part, place) => ({ ...part, spans: PLACES_OF_BANDS[place] })),
    }),
  })),
};

/** The same price where the text stands in for a report that does not exist. */
export const instead = (explained: Explained, reportId: number): Explained => ({
  ...explained,
  basis: 'text_report_not_found',
  report: { id: reportId },
});
