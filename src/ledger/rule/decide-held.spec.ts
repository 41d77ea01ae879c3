import { describe, expect, it } from '@jest/globals';
import { play } from '../../../test/support/ledger-history.js';
import { DecisionRefusedError } from './decide-held.js';

const LATE = ['1-10@0', '11-15@720', '+100 11-16@720', '1-10@0 99@15'];

describe('the decision on a held reading', () => {
  it.each([
    ['taken twice', ['1-10@0', '-', '!2 discard', '!2 same_period'], 'already decided'],
    ['on a reading that was applied', ['1-10@0', '!1 discard'], 'not held'],
    ['on one that a later reading has settled', ['1-10@0', '-', '1-10@0', '!2 discard'], 'not held'],
    ['for the same period where none is open', ['-', '!1 same_period'], 'no open period'],
    ['on a late answer whose message is billed by now', [...LATE, '99@15 11-17@720', '!4 discard'], 'not held'],
    ['on a late answer that came again', [...LATE, '11-16@720', '1-10@0 99@15', '!4 discard'], 'not held'],
    ['for a new period of nothing where none is open', ['-', '!1 new_period'], 'no open period'],
  ])('is refused %s', (_, steps, why) => {
    expect(() => play(steps)).toThrow(DecisionRefusedError);
    expect(() => play(steps)).toThrow(why);
  });

  it('is an entry of its own beside what it does, with reason and author', () => {
    const { entries } = play(['1-10@0', '101-104@0.3x0.5', '101-105@0.3x0.5', '!2 new_period']);
    const [decision, ...effects] = entries.slice(3);
    expect(decision).toMatchObject({ number: 1, reading: 2, reason: 'as agreed', author: 'finance' });
    expect(effects).toMatchObject([
      { kind: 'reconsideration', reading: 2, judgement: { opens: { previous: '2024-04-29' } } },
      { kind: 'reconsideration', reading: 3, judgement: { outcome: 'applied', changes: [{ op: 'added' }] } },
    ]);
  });

  it('lets the grace of the ended period begin when it is taken', () => {
    const { state } = play(['1-10@0', '101-104@0.3x0.5', '+500 !2 new_period', '101-105@0.3x0.5']);
    expect(state.periods[0]?.status).toBe('grace');
  });
});
