import { entriesOf } from '../../src/ledger/journal/entries-of.js';
import type { RowBefore } from '../../src/ledger/journal/to-row.js';
import { toRows } from '../../src/ledger/journal/to-rows.js';
import type { Entry } from '../../src/ledger/rule/entry.js';
import { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { LedgerStore } from '../../src/ledger/store/ledger-store.js';
import { ConflictError } from '../../src/ledger/store/store.errors.js';
import { check } from '../ledger-sim/check.js';
import { readUnder } from '../ledger-sim/folded.js';
import type { StoreOperation } from '../ledger-sim/model-store.js';
import { commit } from './rows.js';

/** A place where stores are opened and copied by name. */
export interface ReplayPlace {
  readonly open: (name: string) => Promise<LedgerStore>;
  /** Copies a store under a name that is new. */
  readonly backUp: (store: LedgerStore, name: string) => Promise<void>;
}

/** Asks a real store what the model was asked in a simulated history: commits, conflicts, restores. */
export class Replay {
  /** The newest row after each commit; `version` counts them. */
  private readonly newest: (RowBefore | undefined)[] = [undefined];
  private readonly backups = new Map<number, string>();
  private files = 0;

  private constructor(
    private store: LedgerStore,
    private readonly place: ReplayPlace,
  ) {}

  /** The state that a process with this key makes of the store in the end. */
  static async of(operations: readonly StoreOperation[], place: ReplayPlace, key: string): Promise<LedgerState> {
    const replay = new Replay(await place.open('0.db'), place);
    const restored = new Set(operations.filter(({ kind }) => kind === 'restore').map(({ version }) => version));
    if (restored.has(0)) await replay.backUp(0);
    for (const operation of operations) {
      if (operation.kind === 'restore') await replay.restore(operation.version);
      else if (operation.kind === 'conflict') await replay.conflict(operation.entries, operation.version);
      else await replay.commit(operation.entries, operation.version);
      const version = replay.newest.length - 1;
      if (operation.kind === 'commit' && restored.has(version)) await replay.backUp(version);
    }
    const state = await readState(replay.store, key);
    await replay.store.close();
    return state;
  }

  private async commit(entries: readonly Entry[], version: number): Promise<void> {
    const written = toRows(entries, this.newest[version]);
    await this.store.append(commit(written.after, written));
    this.newest.push(written.rows.at(-1) ?? this.newest[version]);
  }

  /** A confirmation makes no row, so that who has not read it is let through: it is left out here. */
  private async conflict(entries: readonly Entry[], version: number): Promise<void> {
    const written = toRows(entries, this.newest[version]);
    if (written.after === this.newest.at(-1)?.number) return;
    const isRefused = await this.store.append(commit(written.after, written)).then(
      () => false,
      (error: unknown) => error instanceof ConflictError,
    );
    check('I12', isRefused, () => 'a second writer was let through');
  }

  private async backUp(version: number): Promise<void> {
    const file = this.nextFile();
    await this.place.backUp(this.store, file);
    this.backups.set(version, file);
  }

  private async restore(version: number): Promise<void> {
    await this.store.close();
    const backup = await this.place.open(this.backups.get(version) ?? '');
    const file = this.nextFile();
    await this.place.backUp(backup, file);
    await backup.close();
    this.store = await this.place.open(file);
    this.newest.length = version + 1;
  }

  private nextFile(): string {
    this.files += 1;
    return `${this.files}.db`;
  }
}

const readState = async (store: LedgerStore, key: string): Promise<LedgerState> => {
  const state = new LedgerState();
  for await (const row of store.journal())
    for (const entry of entriesOf(row, state.last?.number ?? 0)) state.apply(readUnder(entry, key));
  return state;
};
