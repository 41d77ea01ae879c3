import type { LedgerRules } from '../../src/ledger/rule/record-reading.js';
import { Simulation } from './simulation.js';

/** A history to its end, or to the step where it broke a law or threw. */
export interface Played {
  readonly report: Readonly<Record<string, number>>;
  readonly error?: Error;
}

export const play = (seed: number, rules: LedgerRules): Played => {
  const simulation = new Simulation(seed, rules);
  try {
    simulation.run();
    return { report: simulation.report };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { report: simulation.report, error };
  }
};
