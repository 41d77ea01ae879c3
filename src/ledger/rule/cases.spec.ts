import { describe, expect, it } from '@jest/globals';
import { outcomesOf, play, sumsOf } from '../../../test/support/ledger-history.js';

/** Every case of the design's table, with what each period adds up to. */
const CASES: readonly [what: string, steps: readonly string[], sums: string, outcomes: string][] = [
  ['bills an answer that spans two months as one period', ['1-6@0x24'], '2024-04-29 open 6', 'applied'],
  [
    'keeps billing what a truncated answer leaves out',
    ['1-10@0', '1-4@0'],
    '2024-04-29 open 10 (6 missing)',
    'applied, applied',
  ],
  [
    'takes back what the next whole answer has again',
    ['1-10@0', '1-4@0', '1-10@0'],
    '2024-04-29 open 10',
    'applied, applied, applied',
  ],
  [
    'holds an answer of the next period that keeps some old messages, until one is without them',
    ['1-10@0', '10@9 11-14@720', '11-15@720'],
    '2024-04-29 grace 10, 2024-05-29 open 5',
    'applied, shrunk, applied',
  ],
  [
    'takes such an answer for the same period where that has three messages, and says so by what is missing',
    ['1-3@0', '3@2 11-14@720'],
    '2024-04-29 open 7 (2 missing)',
    'applied, applied',
  ],
  [
    'holds an empty answer at the roll-over, and rolls over with the first message',
    ['1-10@0', '-', '11-12@720'],
    '2024-04-29 grace 10, 2024-05-29 open 2',
    'applied, empty, applied',
  ],
  [
    'makes a period of their own of messages that are all of a young period and vanish',
    ['1-10@0', '11@720', '12@721'],
    '2024-04-29 grace 10, 2024-05-29 grace 1, 2024-05-29.2 open 1',
    'applied, applied, applied',
  ],
  [
    'cannot tell the next period apart where all timestamps are equal and ids start again',
    ['1-4@5x0', '1-4@5x0=2~b'],
    '2024-04-29 open 8',
    'applied, applied',
  ],
  [
    'bills a stray message of the year 9999, and rolls over all the same',
    ['1-9@0 10@Y9999', '11-15@720'],
    '2024-04-29 grace 10, 2024-05-29 open 5',
    'applied, applied',
  ],
  ['does not name a period after a stray message of the year 1', ['1@Y1 2-9@0'], '2024-04-29 open 9', 'applied'],
  [
    'knows an old answer that comes back just after the roll-over',
    ['1-10@0', '11-12@720', '1-10@0', '11-13@720'],
    '2024-04-29 grace 10, 2024-05-29 open 3',
    'applied, applied, past, applied',
  ],
  [
    'adds to the period in grace what such an answer has from between its last reading and the roll-over',
    ['1-10@0', '11-12@720', '1-10@0 99@15', '11-13@720'],
    '2024-04-29 grace 11, 2024-05-29 open 3',
    'applied, applied, past, applied',
  ],
  [
    'rolls over where ids start again, with one late message in the new answer',
    ['1-10@0', '99@8.5 1-4@720'],
    '2024-04-29 grace 10, 2024-04-29.2 open 5',
    'applied, applied',
  ],
  [
    'holds a new answer whose only message is older, and rolls over with it once most are newer',
    ['1-10@0', '11@5.5', '11@5.5 12-13@720'],
    '2024-04-29 grace 10, 2024-04-29.2 open 3',
    'applied, unrelated, applied',
  ],
  [
    'holds a history that is replaced under other ids',
    ['1-10@0', '101-110@0.3x0.5'],
    '2024-04-29 open 10',
    'applied, unrelated',
  ],
  [
    'bills nothing twice of an answer that has old and new messages together',
    ['1-10@0', '11-15@720', '1-10@0 11-16@720'],
    '2024-04-29 grace 10, 2024-05-29 open 6',
    'applied, applied, applied',
  ],
  [
    'bills nothing twice of an answer that has three periods together',
    ['1-10@0', '11-15@720', '21-23@1440', '1-10@0 11-15@720 21-24@1440'],
    '2024-04-29 grace 10, 2024-05-29 grace 5, 2024-06-28 open 4',
    'applied, applied, applied, applied',
  ],
  [
    'never ends the period of a sliding window, whose oldest messages go missing',
    ['1-4@0', '+40 2-5@1', '+40 3-6@2', '+40 4-7@3', '+40 5-8@4', '+40 6-9@5'],
    '2024-04-29 open 9 (5 missing)',
    'applied, applied, applied, applied, applied, applied',
  ],
  [
    'rolls over after an outage',
    ['1-10@0', '+900 21-30@720', '+100 21-31@720'],
    '2024-04-29 closed 10, 2024-05-29 open 11',
    'applied, applied, applied',
  ],
  [
    'follows the price of a report while the period is open',
    ['1@0=79r', '1@0=80.123456789r', '1@0=2'],
    '2024-04-29 open 2',
    'applied, applied, applied',
  ],
  [
    'keeps the last price of a missing message, whatever the card is by then',
    ['1-4@0=2', '1-3@0=2', '[B] 1-3@0=5'],
    '2024-04-29 open 17 (1 missing)',
    'applied, applied, applied',
  ],
  [
    'revises in grace a message that comes again at another price',
    ['1-3@0=2', '11-15@720', '1@0=5r 11-16@720'],
    '2024-04-29 grace 9, 2024-05-29 open 6',
    'applied, applied, applied',
  ],
  [
    'books the difference in the open period once the old one is closed, and only once',
    ['1-3@0=2', '11-15@720', '+100 11-16@720', '1@0=5 11-16@720', '1@0=5 11-17@720', '1@0=4.5 11-17@720'],
    '2024-04-29 closed 6, 2024-05-29 open 7 +2.5',
    'applied, applied, applied, applied, applied, applied',
  ],
  [
    'never re-rates a closed period by a later card',
    ['1-3@0=2', '11-15@720', '+100 11-16@720', '[B] 1@0=9|2 11-16@720', '[B] 1@0=9|3~b 11-16@720'],
    '2024-04-29 closed 6, 2024-05-29 open 6 +1',
    'applied, applied, applied, applied, applied',
  ],
];

describe('the rule of the ledger', () => {
  it.each(CASES)('%s', (_, steps, sums, outcomes) => {
    const { state, entries } = play(steps);
    expect({ sums: sumsOf(state), outcomes: outcomesOf(entries) }).toEqual({ sums, outcomes });
  });
});
