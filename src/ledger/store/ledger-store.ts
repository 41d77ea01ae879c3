import type { Entry } from '../rule/entry.js';

/**
 * One row of the journal: an entry of the ledger as it is written down. Times are RFC 3339 in UTC
 * with milliseconds.
 */
export interface JournalRow {
  /** From 1, without gaps, over all kinds of entries. */
  readonly number: number;
  readonly kind: Exclude<Entry['kind'], 'confirmation'>;
  readonly at: string;
  /** Number of the reading that the entry is or is about; null for a closing and an adjustment. */
  readonly reading: number | null;
  /** Id of the period that the entry bills or books in, or closes; null for a reading that bills nothing. */
  readonly period: string | null;
  /** Of a reading or a reconsideration: `applied`, `past`, or why it is held; null for others. */
  readonly outcome: string | null;
  /** The entry whole: text, gzipped. `entriesOf` reads it. */
  readonly document: Uint8Array;
  /** SHA-256 over the chain of the row before and over this row, in hexadecimal. */
  readonly chain: string;
}

/** A row with the last time at which upstream gave the newest reading again, if it was the newest row then. */
export interface StoredRow extends JournalRow {
  readonly confirmedAt: string | null;
}

/** What tells whether a journal has gone on since it was read. */
export type NewestRow = Pick<StoredRow, 'number' | 'chain' | 'confirmedAt'>;

/** A closed period as it is kept: exactly the bytes that its digest vouches for. */
export interface SealRow {
  readonly period: string;
  /** CSV, gzipped. */
  readonly lines: Uint8Array;
  /** The report versions that lines name by index, as RFC 8785 JSON. */
  readonly reports: string;
  /** RFC 8785 JSON. */
  readonly manifest: string;
  /** SHA-256 of `manifest`, in hexadecimal. */
  readonly digest: string;
}

/** A rate card that priced something, kept so that its prices can be explained later. */
export interface RateCardRow {
  readonly sha256: string;
  /** RFC 8785 JSON of the card. */
  readonly document: string;
}

/**
 * What was kept to explain the lines that one row of the journal added or revised. `amounts`: the
 * lines of their receipts; `texts`: their texts.
 */
export interface ExplanationRow {
  readonly row: number;
  readonly period: string;
  readonly kind: 'amounts' | 'texts';
  /** Numbers of the first and last line of the period in `document`. */
  readonly firstEntry: number;
  readonly lastEntry: number;
  /** Gzipped: `readExplanations` reads it. */
  readonly document: Uint8Array;
}

/** What is written together or not at all. */
export interface Commit {
  /** Number of the newest row that the writer has read; 0 for an empty journal. */
  readonly after: number;
  /** When upstream gave the newest reading again: written into the row `after`. */
  readonly confirmedAt?: string;
  /** A row that is copied comes with when its reading was confirmed. */
  readonly rows: readonly (JournalRow & Partial<StoredRow>)[];
  readonly seals: readonly SealRow[];
  readonly rateCards: readonly RateCardRow[];
  readonly explanations: readonly ExplanationRow[];
  /** Ids of periods whose texts are deleted before explanations are written; none if not given. */
  readonly textsDeleted?: readonly string[];
}

/** Another process has written since this one read the journal, so this one must read it again. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** The store cannot be read or written now. The message says why in words for a log. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The setting names a store that can never work here. The message says why in words for a log. */
export class StoreSettingError extends Error {
  override readonly name = 'StoreSettingError';
}

/** A backup was asked for under the name of a file that exists. Nothing was written. */
export class BackupExistsError extends Error {
  override readonly name = 'BackupExistsError';
}

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
