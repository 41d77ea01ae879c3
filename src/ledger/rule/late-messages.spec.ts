import { describe, expect, it } from '@jest/globals';
import { heldOf, outcomesOf, play, sumsOf } from '../../../test/support/ledger-history.js';

const HISTORIES: readonly [what: string, steps: readonly string[], sums: string, outcomes: string][] = [
  [
    'waits for a decision, whatever is applied since',
    ['1-10@0', '11-15@720', '+100 11-16@720', '1-10@0 99@15', '11-17@720'],
    '2024-04-29 closed 10, 2024-05-29 open 7, held: 4 late',
    'applied, applied, applied, late, applied',
  ],
  [
    'is billed in the open period if a person says so, and nothing else changes',
    [
      '1-10@0',
      '11-15@720',
      '+100 11-16@720',
      '1-10@0 99@15=2.5',
      '11-17@720',
      '!4 same_period',
      '11-17@720',
      '11-18@720',
    ],
    '2024-04-29 closed 10, 2024-05-29 open 10.5 (1 missing)',
    'applied, applied, applied, late, applied, same, applied',
  ],
  [
    'is not billed if a person discards it',
    ['1-10@0', '11-15@720', '+100 11-16@720', '1-10@0 99@15', '!4 discard', '1-10@0 99@15', '11-17@720'],
    '2024-04-29 closed 10, 2024-05-29 open 7',
    'applied, applied, applied, late, same, applied',
  ],
  [
    'begins a period if a person says so, and the one that was open ends',
    [
      '1-10@0',
      '11-15@720',
      '+100 11-16@720',
      '1-10@0 99@15',
      '11-16@720',
      '!4 new_period',
      '11-16@720',
      '1-10@0 99-100@15',
    ],
    '2024-04-29 closed 10, 2024-05-29 grace 6, 2024-04-29.2 open 2',
    'applied, applied, applied, late, applied, past, applied',
  ],
  [
    'is billed by itself if its message comes again with those of the open period',
    ['1-10@0', '11-15@720', '+100 11-16@720', '1-10@0 99@15', '99@15 11-17@720'],
    '2024-04-29 closed 10, 2024-05-29 open 8',
    'applied, applied, applied, late, applied',
  ],
  [
    'is held once if it flips back and forth, and again with one message more',
    ['1-10@0', '11-15@720', '+100 11-16@720', '1-10@0 99@15', '11-16@720', '1-10@0 99@15', '1-10@0 99-100@15'],
    '2024-04-29 closed 10, 2024-05-29 open 6, held: 6 late 7 late',
    'applied, applied, applied, late, applied, late, late',
  ],
  [
    'does not bill a message again that was only stamped anew',
    ['1-10@0', '11-15@720', '+100 11-16@720', '1-9@0 10@9.5', '1-9@0 10@9.5 99@15', '!5 same_period'],
    '2024-04-29 closed 10, 2024-05-29 open 7 (1 missing)',
    'applied, applied, applied, past, late',
  ],
  [
    'waits while another period is in grace, unless that has messages of it',
    ['1-10@0', '11-15@720', '+100 21-25@1440', '1-10@0 99@15', '1-10@0 11-15@720 99@15', '21-26@1440'],
    '2024-04-29 closed 10, 2024-05-29 grace 6, 2024-06-28 open 6',
    'applied, applied, applied, late, past, applied',
  ],
  [
    'begins a period where none is open, if a person says so',
    ['1-10@0', '-', '!2 new_period', '+80 -', '1-10@0 99@15', '!3 new_period', '99@15 100@16'],
    '2024-04-29 closed 10, 2024-04-29.2 open 2',
    'applied, empty, same, late, applied',
  ],
];

describe('an answer of a closed period with a message that is billed nowhere', () => {
  it.each(HISTORIES)('%s', (_, steps, sums, outcomes) => {
    const { state, entries } = play(steps);
    expect({ sums: sumsOf(state) + heldOf(state), outcomes: outcomesOf(entries) }).toEqual({ sums, outcomes });
  });
});
