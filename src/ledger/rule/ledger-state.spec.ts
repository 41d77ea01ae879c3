import { describe, expect, it } from '@jest/globals';
import { play } from '../../../test/support/ledger-history.js';
import { stateText } from '../../../test/ledger-sim/state-text.js';
import { LedgerState } from './ledger-state.js';

const STEPS = [
  '1-10@0',
  '101-104@0.3x0.5',
  '!2 new_period',
  '101-105@0.3x0.5',
  '+100 1@0=9 101-106@0.3x0.5',
  '-',
  '201@1440',
];

describe('the state of the ledger', () => {
  it('is the fold of its entries', () => {
    const { state, entries } = play(STEPS);
    expect(stateText(LedgerState.of(entries))).toBe(stateText(state));
  });

  it('is copied whole', () => {
    const { state } = play(STEPS);
    expect(stateText(state.clone())).toBe(stateText(state));
  });

  it('refuses a reading that is not the next: another process wrote meanwhile', () => {
    const { state, entries } = play(['1-10@0']);
    expect(() => entries.forEach((entry) => state.apply(entry))).toThrow('reading 1 is not the next');
  });

  it('knows when the newest reading was last confirmed', () => {
    const { state } = play(['1-10@0', '+5 1-10@0']);
    expect(state.open?.confirmedAtMs).toBe(state.lastAtMs);
  });
});
