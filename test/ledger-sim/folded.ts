import type { Entry } from '../../src/ledger/rule/entry.js';
import { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import { withKnownPrints } from './known-prints.js';

/** An entry as a process with this key reads it. */
export const readUnder = (entry: Entry, key: string): Entry =>
  withKnownPrints(entry, { isOwn: (print) => print.startsWith(key) });

/** The state of a process that starts with this key. */
export const folded = (entries: readonly Entry[], key: string): LedgerState =>
  LedgerState.of(entries.map((entry) => readUnder(entry, key)));
