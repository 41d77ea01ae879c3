import { canonicalJson } from '../../src/ledger/sealed/digest.js';
import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { LedgerStore } from '../../src/ledger/store/ledger-store.js';
import { openDatabase } from '../../src/ledger/store/sqlite/open-database.js';
import { storeOn } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { check } from '../ledger-sim/check.js';
import { HISTORY_RULES, Simulation } from '../ledger-sim/simulation.js';
import { stateText } from '../ledger-sim/state-text.js';
import { createLedgerFolder } from '../support/ledger-folder.js';
import { Replay, type ReplayPlace } from './replay.js';

/**
 * Plays the history of a seed on the model and then on a real store, row by row as they are written
 * down. Throws a BrokenLawError where the two end differently.
 */
export const playOnStore = async (seed: number, place: ReplayPlace): Promise<Readonly<Record<string, number>>> => {
  const simulation = new Simulation(seed, HISTORY_RULES);
  simulation.run();
  const state = await Replay.of(simulation.operations, place, simulation.key);
  check('I12', textOf(state) === textOf(simulation.state), () => 'the store has another state than the model');
  return simulation.report;
};

/** The same on SQLite, in a folder of its own. */
export const playOnSqlite = async (seed: number): Promise<Readonly<Record<string, number>>> => {
  const { fileOf, clear } = await createLedgerFolder();
  try {
    return await playOnStore(seed, {
      open: (name) => openFast(fileOf(name)),
      backUp: (store, name) => store.backup(fileOf(name)),
    });
  } finally {
    await clear();
  }
};

/** Waits for no disk: no power is cut here. */
const openFast = async (file: string): Promise<LedgerStore> => {
  const database = openDatabase(file);
  database.exec('pragma synchronous = off');
  return storeOn(database, 'default');
};

const textOf = (state: LedgerState): string => canonicalJson(JSON.parse(stateText(state)));
