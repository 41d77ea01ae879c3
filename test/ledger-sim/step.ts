import type { Entry } from '../../src/ledger/rule/entry.js';
import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { Reading } from '../../src/ledger/rule/reading.js';
import type { Copies } from './copies.js';
import type { Snapshot } from './snapshot.js';

/**
 * One commit of the store: what was written, on which answer of upstream (none where a person
 * decided), and what that made.
 */
export interface Step {
  readonly before: Snapshot;
  readonly after: LedgerState;
  readonly entries: readonly Entry[];
  /** All that the store has, this commit included. */
  readonly commits: readonly (readonly Entry[])[];
  /** Of the process that wrote it. */
  readonly key: string;
  readonly reading: Reading | undefined;
  readonly copies: Copies;
}
