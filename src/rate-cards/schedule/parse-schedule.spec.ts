import { describe, expect, it } from '@jest/globals';
import { parseEpochTime } from '../../time/rfc3339.js';
import { parseSchedule } from './parse-schedule.js';

const [STANDARD, FLAT] = [{ name: 'Standard' }, { name: 'Flat' }];
const CARDS = new Map([
  ['standard', STANDARD],
  ['flat', FLAT],
]);

describe('a schedule of rate cards', () => {
  it('may be one card', () => expect(parseSchedule('flat', CARDS)).toEqual({ first: FLAT, later: [] }));

  it('has a start for each card but the first, and a card more than once', () => {
    const text = 'standard, flat@2027-01-01T00:00[Europe/London],standard@2027-07-01T00:00:00.000000001+01:00';
    expect(parseSchedule(text, CARDS)).toEqual({
      first: STANDARD,
      later: [
        { from: parseEpochTime('2027-01-01T00:00:00Z'), value: FLAT },
        { from: parseEpochTime('2027-06-30T23:00:00.000000001Z'), value: STANDARD },
      ],
    });
  });

  it.each<{ text: string; problem: string }>`
    text                                                                    | problem
    ${'falt'}                                                               | ${'falt is unknown: did you mean flat? allowed: standard, flat'}
    ${''}                                                                   | ${'an empty id is unknown; allowed: standard, flat'}
    ${'flat@2027-01-01T00:00:00Z'}                                          | ${'flat@2027-01-01T00:00:00Z has a start, but the first card has none'}
    ${'standard,flat'}                                                      | ${'flat has no start, which only the first card may lack'}
    ${'standard,flat@'}                                                     | ${'flat@ is not a time such as 2027-01-01T00:00:00+00:00 or 2027-01-01T00:00[Europe/London]'}
    ${'standard,flat@2027-03-28T01:30[Europe/London]'}                      | ${'flat@2027-03-28T01:30[Europe/London] does not exist: the clock of Europe/London skips it'}
    ${'standard,flat@2026-10-25T01:30[Europe/London]'}                      | ${'flat@2026-10-25T01:30[Europe/London] occurs twice in Europe/London: add its offset, +01:00 or +00:00'}
    ${'standard,flat@2027-01-01T00:00:00Z,standard@2027-01-01T00:00:00Z'}   | ${'standard@2027-01-01T00:00:00Z does not begin later than flat@2027-01-01T00:00:00Z, which stands before it'}
    ${'standard,flat@2027-01-01T00:00:00Z,standard@2027-01-01T00:59+01:00'} | ${'standard@2027-01-01T00:59+01:00 does not begin later than flat@2027-01-01T00:00:00Z, which stands before it'}
  `('is refused by name: "$text"', ({ text, problem }) => {
    expect(() => parseSchedule(text, CARDS)).toThrow(`RATE_CARD: ${problem}`);
  });

  it('is refused for all that is wrong at once', () => {
    expect(() => parseSchedule('stndard,,flat@tomorrow', CARDS)).toThrow(
      [
        'RATE_CARD is refused:',
        'stndard is unknown: did you mean standard? allowed: standard, flat',
        'an empty id is unknown; allowed: standard, flat',
        'an empty entry has no start, which only the first card may lack',
        'flat@tomorrow is not a time such as 2027-01-01T00:00:00+00:00 or 2027-01-01T00:00[Europe/London]',
      ].join('\n  '),
    );
  });
});
