import { describe, expect, it } from '@jest/globals';
import { outcomesOf, play, sumsOf } from '../../../test/support/ledger-history.js';

const HISTORIES: readonly [what: string, steps: readonly string[], sums: string, outcomes: string][] = [
  ['a text edited and edited back', ['1-3@0', '1-3@0=2~b', '1-3@0'], '2024-04-29 open 3', 'applied, applied, applied'],
  [
    'every id renumbered, and one message more while so',
    ['1-10@0', '101-110@0', '101-111@0', '11-12@720'],
    '2024-04-29 grace 11, 2024-05-29 open 2',
    'applied, rewritten, rewritten, applied',
  ],
  [
    'every message stamped anew, and back',
    ['1-10@0', '1-10@0.5', '1-10@0'],
    '2024-04-29 open 10',
    'applied, rewritten, applied',
  ],
  [
    'one message three times, then once',
    ['1@0 1@0', '1@0 1@0 1@0', '1@0'],
    '2024-04-29 open 3 (2 missing)',
    'applied, applied, applied',
  ],
  [
    'twins of which one is edited, in the other order',
    ['1@0=2~a 1@0=3~b', '1@0=3~b 1@0=4~c'],
    '2024-04-29 open 7',
    'applied, applied',
  ],
  [
    'an old answer that flips back and forth',
    ['1-10@0', '11-15@720', '1-10@0', '11-15@720', '1-10@0', '11-16@720'],
    '2024-04-29 grace 10, 2024-05-29 open 6',
    'applied, applied, past, applied, past, applied',
  ],
  [
    'an old answer with one message stamped anew',
    ['1-10@0', '11-12@720', '1-9@0 10@9.5'],
    '2024-04-29 grace 10, 2024-05-29 open 2',
    'applied, applied, past',
  ],
  ['one timestamp edited', ['1-4@0', '1-3@0 4@3.5'], '2024-04-29 open 4', 'applied, applied'],
  ['one id edited', ['1-4@0', '1-3@0 40@3=2'], '2024-04-29 open 5', 'applied, applied'],
  [
    'a message truncated away that comes back with its timestamp edited',
    ['1-4@0', '1-3@0', '1-3@0 4@3.5'],
    '2024-04-29 open 4',
    'applied, applied, applied',
  ],
  [
    'a long empty upstream that a person says is the end of the period',
    ['1-10@0', '-', '-', '!2 new_period', '-', '11@5', '1-10@0'],
    '2024-04-29 grace 10, 2024-04-29.2 open 1',
    'applied, empty, same, same, applied, past',
  ],
  [
    'an empty upstream that a person says is the same period',
    ['1-2@0', '-', '!2 same_period', '1-3@0'],
    '2024-04-29 open 3',
    'applied, empty, applied',
  ],
  [
    'another history that a person says is a new period, with a second reading held meanwhile',
    ['1-10@0', '101-104@0.3x0.5', '101-105@0.3x0.5', '!2 new_period', '101-106@0.3x0.5'],
    '2024-04-29 grace 10, 2024-04-29.2 open 6',
    'applied, unrelated, unrelated, applied',
  ],
  [
    'another history that a person says is the same period',
    ['1-10@0', '101-110@0.3x0.5', '!2 same_period', '101-110@0.3x0.5'],
    '2024-04-29 open 20 (10 missing)',
    'applied, unrelated, same',
  ],
  [
    'a renumbered answer that a person discards',
    ['1-10@0', '101-111@0', '!2 discard', '101-111@0', '21-22@720'],
    '2024-04-29 grace 10, 2024-05-29 open 2',
    'applied, rewritten, same, applied',
  ],
  [
    'an outage in which a whole period came and went',
    ['1-10@0', '+1500 31-40@1440', '+100 31-41@1440'],
    '2024-04-29 closed 10, 2024-06-28 open 11',
    'applied, applied, applied',
  ],
  [
    'an empty answer when the grace is over, which closes the period all the same',
    ['1-3@0', '11-15@720', '+1000 -', '11-16@720'],
    '2024-04-29 closed 3, 2024-05-29 open 6',
    'applied, applied, empty, applied',
  ],
  [
    'a truncated answer with a new message, then the whole one',
    ['1-10@0', '1-4@0 11@10', '1-11@0'],
    '2024-04-29 open 11',
    'applied, shrunk, applied',
  ],
  [
    'a truncated answer with a new message, then the roll-over',
    ['1-10@0', '1-4@0 11@10', '1-4@0 11@10=3~b', '21-23@720'],
    '2024-04-29 grace 13, 2024-05-29 open 3',
    'applied, shrunk, shrunk, applied',
  ],
  [
    'a deletion of most of the period that lasts, with one new message',
    ['1-10@0', '1-4@0', '1-4@0 11@10', '+80 1-4@0 11@10'],
    '2024-04-29 open 11 (6 missing)',
    'applied, applied, shrunk, applied',
  ],
  [
    'a new period most of whose first messages are late ones',
    ['1-10@0', '11-13@5.5 14@720', '11-13@5.5 14-17@720'],
    '2024-04-29 grace 10, 2024-04-29.2 open 7',
    'applied, unrelated, applied',
  ],
  [
    'a lower price of a message of a closed period, then its old one again',
    ['1-3@0=5', '11-15@720', '+100 11-16@720', '1@0=2 11-16@720', '1@0=5 11-16@720'],
    '2024-04-29 closed 15, 2024-05-29 open 6 +0',
    'applied, applied, applied, applied, applied',
  ],
  [
    'a twin of an old message in the new period',
    ['1-10@0', '11-15@720', '1@0 1@0 11-15@720'],
    '2024-04-29 grace 10, 2024-05-29 open 6',
    'applied, applied, applied',
  ],
  [
    'a decided answer with an old message at another price, by a card that is no longer in force',
    ['1-3@0=2', '11-15@720', '+100 11-15@720', '[B] 1@0=9|5~b 21-23@700', '!3 same_period', '[B] 1@0=9|5~b 21-23@700'],
    '2024-04-29 closed 6, 2024-05-29 open 8 (5 missing) +3',
    'applied, applied, same, unrelated, applied',
  ],
  ['nothing at all for a long time', ['-', '-', '-', '1-2@0'], '2024-04-29 open 2', 'empty, same, same, applied'],
  [
    'a clock that jumps two months ahead and back around the roll-over',
    ['1-3@0', '+1440 11-15@720', '+-1440 11-15@720', '11-16@720', '+1400 11-16@720', '+200 11-16@720'],
    '2024-04-29 closed 3, 2024-05-29 open 6',
    'applied, applied, same, applied, same, same',
  ],
];

describe('the rule of the ledger, where upstream does', () => {
  it.each(HISTORIES)('%s', (_, steps, sums, outcomes) => {
    const { state, entries } = play(steps);
    expect({ sums: sumsOf(state), outcomes: outcomesOf(entries) }).toEqual({ sums, outcomes });
  });
});
