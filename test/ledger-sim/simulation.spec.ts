import { describe, expect, it } from '@jest/globals';
import { caughtBy, MUTANTS } from './mutants.js';
import { play } from './play.js';
import { HISTORY_RULES } from './simulation.js';

/** Few enough for every test run; `npm run sim` plays thousands. */
const SEEDS = Array.from({ length: 24 }, (_, index) => index + 1);
const SEEDS_FOR_MUTANTS = SEEDS.slice(0, 6);

describe('the ledger in simulated histories', () => {
  const reports: Readonly<Record<string, number>>[] = [];

  it.each(SEEDS)('breaks no law: seed %i', (seed) => {
    const { report, error } = play(seed, HISTORY_RULES);
    reports.push(report);
    expect(error).toBeUndefined();
  });

  it.each(['faults', 'crashes', 'closed', 'held', 'late', 'decisions', 'adjustments', 'unbooked', 'restores', 'keys'])(
    'has been through %s',
    (what) => {
      expect(reports.reduce((sum, report) => sum + (report[what] ?? 0), 0)).toBeGreaterThan(0);
    },
  );

  it('is the same history for the same seed', () => {
    expect(play(3, HISTORY_RULES).report).toEqual(play(3, HISTORY_RULES).report);
  });

  it.each(Object.keys(MUTANTS))('finds the rejected rule wrong: %s', (mutant) => {
    const caught = SEEDS_FOR_MUTANTS.filter((seed) => caughtBy(mutant, seed) !== undefined);
    expect(caught.length).toBeGreaterThanOrEqual(SEEDS_FOR_MUTANTS.length / 2);
  });
});
