import type { Commit, ExplanationRow, NewestRow, RateCardRow, SealRow, StoredRow } from './ledger-rows.js';

/**
 * Where the journal of one source is kept. Rows are only ever added. Every method throws a
 * StoreUnavailableError.
 */
export abstract class LedgerStore {
  /** Yields all rows in the order of their numbers, or those from the number `from` on. */
  abstract journal(from?: number): AsyncIterable<StoredRow>;

  /** The newest row; undefined if there is none. */
  abstract newest(): Promise<NewestRow | undefined>;

  /**
   * Whether this process is to record readings: of several that share a store, one is. To be asked
   * before each reading, as it may become another. Decisions are written by any of them.
   */
  abstract claim(): Promise<boolean>;

  /** Writes all of it or nothing. Throws a ConflictError if `after` is not the newest row. */
  abstract append(commit: Commit): Promise<void>;

  /** The closed period with this id; undefined if there is none. */
  abstract seal(period: string): Promise<SealRow | undefined>;

  /** Ids and manifests of all closed periods, in the order in which they were closed. */
  abstract manifests(): Promise<readonly Pick<SealRow, 'period' | 'manifest' | 'digest'>[]>;

  abstract rateCard(sha256: string): Promise<RateCardRow | undefined>;

  /** All of them, in the order of their SHA-256. */
  abstract rateCards(): Promise<readonly RateCardRow[]>;

  /**
   * Everything kept to explain the line `entry` of a period, or all of its lines, in the order of
   * the rows.
   */
  abstract explanations(period: string, entry?: number): Promise<readonly ExplanationRow[]>;

  /** Everything that the rows of these numbers, both included, gave to explain lines. */
  abstract explanationsOfRows(first: number, last: number): Promise<readonly ExplanationRow[]>;

  /** Ids of the periods of which a text is kept. */
  abstract periodsWithTexts(): Promise<ReadonlySet<string>>;

  /**
   * Writes a consistent copy to a new file, which is whole once the promise is fulfilled. Throws a
   * BackupExistsError if there is such a file.
   */
  abstract backup(file: string): Promise<void>;

  abstract close(): Promise<void>;
}
