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
  /** When upstream gave the newest reading again: noted of the row `after`. */
  readonly confirmedAt?: string;
  /** A row that is copied comes with when its reading was confirmed. */
  readonly rows: readonly (JournalRow & Partial<StoredRow>)[];
  readonly seals: readonly SealRow[];
  readonly rateCards: readonly RateCardRow[];
  readonly explanations: readonly ExplanationRow[];
  /** Ids of periods whose texts are deleted before explanations are written; none if not given. */
  readonly textsDeleted?: readonly string[];
}
