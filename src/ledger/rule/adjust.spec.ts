import { describe, expect, it } from '@jest/globals';
import { play, readingOf, sumsOf } from '../../../test/support/ledger-history.js';
import { credits, toPlainDecimal } from '../../pricing/index.js';
import { adjust, type AdjustmentRequest } from './adjust.js';
import type { LedgerState } from './ledger-state.js';
import { recordReading } from './record-reading.js';

/** April with message 1 at 5 credits, closed; May is open. */
const CLOSED = ['1@0=5 2-10@1', '101@720', '+100 101-102@720'];
const APRIL = '2024-04-29';
const MAY = '2024-05-29';

let keys = 0;

/** Asks, books what is granted, and says what became of it: `waiver 1 in 2024-05-29: 5 -> 2.5`, or the refusal. */
const ask = (state: LedgerState, asked: Partial<AdjustmentRequest> & { amount?: string }): string => {
  keys += 1;
  const { amount, ...rest } = asked;
  const request = { key: `key ${keys}`, sha256: 'a', reason: 'asked twice', author: 'finance', atMs: 7, ...rest };
  const adjusted = adjust(state, { ...request, ...(amount !== undefined && { credits: credits(amount) }) });
  if ('refusal' in adjusted)
    return JSON.stringify(adjusted.refusal, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  const { adjustment } = adjusted.entry;
  const { kind, number, bookedIn, line, difference } = adjustment;
  if (!state.requests.has(request.key)) state.apply(adjusted.entry);
  const change = line ? `${toPlainDecimal(line.was)} -> ${toPlainDecimal(line.now)}` : toPlainDecimal(difference);
  return `${kind} ${number} in ${bookedIn}: ${change}`;
};

const message = (id: number, rest = {}) => ({ period: APRIL, id, ...rest });

describe('an adjustment by a person', () => {
  it.each<{ what: string; asked: Partial<AdjustmentRequest> & { amount: string }; booked: string }>`
    what                                        | asked                                                  | booked
    ${'waives a part of a message'}             | ${{ message: message(1), amount: '-2.5' }}             | ${'waiver 1 in 2024-05-29: 5 -> 2.5'}
    ${'waives all of a message'}                | ${{ message: message(1), amount: '-5' }}               | ${'waiver 1 in 2024-05-29: 5 -> 0'}
    ${'adds to a message'}                      | ${{ message: message(1), amount: '0.125' }}            | ${'manual 1 in 2024-05-29: 5 -> 5.125'}
    ${'is for a period as a whole'}             | ${{ period: APRIL, amount: '-40' }}                    | ${'manual 1 in 2024-05-29: -40'}
    ${'is for nothing that the ledger knows'}   | ${{ amount: '1e3' }}                                   | ${'manual 1 in 2024-05-29: 1000'}
    ${'names a message of the open period'}     | ${{ message: { period: MAY, id: 101 }, amount: '-1' }} | ${'waiver 1 in 2024-05-29: 1 -> 0'}
    ${'takes off no more than the message has'} | ${{ message: message(1), amount: '-5.01' }}            | ${'{"code":"more_than_left","left":{"units":"500","scale":2}}'}
    ${'needs a period that is there'}           | ${{ period: '2023-01-01', amount: '1' }}               | ${'{"code":"unknown_period","period":"2023-01-01"}'}
    ${'needs a message that is there'}          | ${{ message: message(77), amount: '-1' }}              | ${'{"code":"unknown_message","period":"2024-04-29","id":77,"others":[]}'}
  `('$what', ({ asked, booked }) => expect(ask(play(CLOSED).state, asked)).toBe(booked));

  it('leaves the lines and totals of every period alone', () => {
    const { state } = play(CLOSED);
    const before = state.period(APRIL).credits;
    ask(state, { message: message(1), amount: '-5' });
    expect(state.period(APRIL).credits).toEqual(before);
    expect(sumsOf(state)).toBe('2024-04-29 closed 14, 2024-05-29 open 2 -5');
  });

  it('is refused while no period is open', () => {
    expect(ask(play(['-']).state, { amount: '1' })).toBe('{"code":"no_open_period"}');
  });

  it('is booked once for a key, and its key is refused for anything else', () => {
    const { state } = play(CLOSED);
    const asked = { key: 'k', message: message(1), amount: '-5' };
    expect([ask(state, asked), ask(state, asked), ask(state, { ...asked, sha256: 'b' })]).toEqual([
      'waiver 1 in 2024-05-29: 5 -> 0',
      'waiver 1 in 2024-05-29: 5 -> 0',
      '{"code":"idempotency_conflict"}',
    ]);
    expect(state.adjustments).toHaveLength(1);
  });

  it('needs nth or the instant where the id is there twice', () => {
    const { state } = play(['1@0=5 1@1=3 2-10@1', '101@720']);
    expect(ask(state, { message: message(1), amount: '-1' })).toBe(
      '{"code":"ambiguous_message","id":1,"candidates":[{"nth":0,"timestamp":"2024-04-29T00:00:00.000Z"},{"nth":1,"timestamp":"2024-04-29T01:00:00.000Z"}]}',
    );
    expect(ask(state, { message: message(1, { nth: 1 }), amount: '-1' })).toBe('waiver 1 in 2024-05-29: 3 -> 2');
    const timestamp = '2024-04-29T01:00:00+01:00';
    expect(ask(state, { message: message(1, { timestamp }), amount: '-1' })).toBe('waiver 2 in 2024-05-29: 5 -> 4');
    expect(ask(state, { message: message(1, { nth: 1, timestamp }), amount: '-1' })).toContain('unknown_message');
  });
});

describe('taking an adjustment back', () => {
  it('books the exact opposite once, and can be waived again', () => {
    const { state } = play(CLOSED);
    expect([
      ask(state, { message: message(1), amount: '-4.125' }),
      ask(state, { reverses: 1 }),
      ask(state, { reverses: 1 }),
      ask(state, { reverses: 2 }),
      ask(state, { message: message(1), amount: '-5' }),
    ]).toEqual([
      'waiver 1 in 2024-05-29: 5 -> 0.875',
      'manual 2 in 2024-05-29: 0.875 -> 5',
      '{"code":"already_reversed","number":1,"by":2}',
      '{"code":"not_reversible","number":2}',
      'waiver 3 in 2024-05-29: 5 -> 0',
    ]);
    expect(state.adjustments[1]).toMatchObject({ reverses: 1 });
  });

  it('is for the same period, in the one that is open then', () => {
    const { state } = play(CLOSED);
    ask(state, { period: APRIL, amount: '-40' });
    ask(state, { reverses: 1, amount: '40' });
    expect(state.adjustments[1]).toMatchObject({ kind: 'manual', period: APRIL, bookedIn: MAY, reverses: 1 });
  });

  it.each<{ what: string; asked: Partial<AdjustmentRequest> & { amount?: string }; refusal: string }>`
    what                                 | asked                           | refusal
    ${'another amount'}                  | ${{ reverses: 1, amount: '4' }} | ${'{"code":"not_opposite","opposite":{"units":"500","scale":2}}'}
    ${'an adjustment that is not there'} | ${{ reverses: 7 }}              | ${'{"code":"unknown_adjustment","number":7}'}
  `('refuses $what', ({ asked, refusal }) => {
    const { state } = play(CLOSED);
    ask(state, { message: message(1), amount: '-5' });
    expect(ask(state, asked)).toBe(refusal);
  });

  it('refuses a correction of the ledger, which follows upstream', () => {
    const { state } = play([...CLOSED, '1@0=4 101-103@720']);
    expect(ask(state, { reverses: 1 })).toBe('{"code":"not_reversible","number":1}');
  });
});

describe('a correction of a message that was waived', () => {
  const GRACE = { graceMs: 0 };

  it.each<{ again: string; price: number; booked: unknown }>`
    again                  | price | booked
    ${'1@0=5 101-103@720'} | ${5}  | ${[]}
    ${'1@0=3 101-103@720'} | ${3}  | ${[{ was: credits(5), now: credits(3), difference: credits(-2) }]}
  `('is the difference of the prices that upstream sends: $price', ({ again, booked }) => {
    const { state } = play(CLOSED);
    ask(state, { message: message(1), amount: '-4' });
    const [entry] = recordReading(state, readingOf(again, Date.UTC(2024, 6)), GRACE);
    expect(entry).toMatchObject({ judgement: { outcome: 'applied', corrections: booked } });
  });

  it('lowers what is left to waive', () => {
    const { state } = play([...CLOSED, '1@0=3 101-103@720']);
    expect(ask(state, { message: message(1), amount: '-3.5' })).toContain('more_than_left');
    expect(ask(state, { message: message(1), amount: '-3' })).toBe('waiver 2 in 2024-05-29: 3 -> 0');
  });
});
