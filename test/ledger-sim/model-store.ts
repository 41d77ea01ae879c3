import type { Entry } from '../../src/ledger/rule/entry.js';

/** Where the store's next commit fails: nothing was written, or all was and nobody heard of it. */
export type StoreFault = 'before commit' | 'after commit';

/** What was asked of the store, in order, so that another store can be asked the same. */
export type StoreOperation =
  | { readonly kind: 'commit' | 'conflict'; readonly entries: readonly Entry[]; readonly version: number }
  | { readonly kind: 'restore'; readonly version: number };

/** Another process has written since this one read. Its memory is old and must be read again. */
export class ConflictError extends Error {}

/** The store cannot say whether the commit was made. */
export class StoreDownError extends Error {}

/** A store in memory: whole commits, one after the other, and a fence against two writers. */
export class ModelStore {
  readonly commits: (readonly Entry[])[] = [];
  readonly operations: StoreOperation[] = [];
  nextFault: StoreFault | undefined;

  get version(): number {
    return this.commits.length;
  }

  entries(): Entry[] {
    return this.commits.flat();
  }

  /** Writes all entries or none. `version` is what the writer has read. */
  append(entries: readonly Entry[], version: number): void {
    const fault = this.nextFault;
    this.nextFault = undefined;
    if (fault === 'before commit') throw new StoreDownError(fault);
    const kind = version === this.version ? 'commit' : 'conflict';
    this.operations.push({ kind, entries, version });
    if (kind === 'conflict') throw new ConflictError();
    this.commits.push(entries);
    if (fault === 'after commit') throw new StoreDownError(fault);
  }

  /** Goes back to the backup taken after the first `version` commits, and so loses all later ones. */
  restore(version: number): void {
    this.operations.push({ kind: 'restore', version });
    this.commits.length = version;
  }
}
