import { describe, expect, it } from '@jest/globals';
import type { Divergence, LedgerComparison } from '../billing/ledger-comparison.js';
import { credits, ZERO } from '../pricing/index.js';
import { verdictOn } from './verdict.js';

const NONE: Divergence = { messages: 0, credits: ZERO, ids: [] };
const some = (amount: string): Divergence => ({ messages: 1, credits: credits(amount), ids: [1] });

const EQUAL: LedgerComparison = {
  upstream: { is: 'same_period', messages: 3, credits: credits('8.1') },
  ledger: { period: '2024-05-05', messages: 3, credits: credits('8.1') },
  missing: NONE,
  added: NONE,
  changed: NONE,
  carried: NONE,
};

const ledgerOf = (amount: string): Pick<LedgerComparison, 'ledger'> => ({
  ledger: { ...EQUAL.ledger, credits: credits(amount) },
});

describe('the verdict of a reconciliation', () => {
  it.each<[verdict: string, what: string, changes: Partial<LedgerComparison>]>([
    ['equal', 'no message differs', {}],
    ['explained', 'what is missing makes the difference', { ...ledgerOf('10.6'), missing: some('2.5') }],
    ['explained', 'messages differ that cost the same', { changed: some('0') }],
    ['explained', 'differences cancel out', { missing: some('2.5'), added: some('-2.5') }],
    ['unrelated', 'a difference has no messages', ledgerOf('8.2')],
    ['unrelated', 'the messages do not make all of it', { ...ledgerOf('10.7'), missing: some('2.5') }],
    ['unrelated', 'it is the next period', { upstream: { ...EQUAL.upstream, is: 'next_period' } }],
    ['unrelated', 'such an answer is held', { upstream: { ...EQUAL.upstream, is: 'shrunk' } }],
  ])('is %s where %s', (verdict, _, changes) => {
    expect(verdictOn({ ...EQUAL, ...changes })).toBe(verdict);
  });
});
