import { canonicalJson, sha256 } from '../sealed/digest.js';
import type { JournalRow } from '../store/ledger-rows.js';

/** The chain before the first row. */
export const CHAIN_START = '';

/**
 * The chain of a row: SHA-256 of the RFC 8785 JSON of its fields, of the SHA-256 of its document's
 * text, and of the chain of the row before as `previous`. So one chain vouches for all rows up to
 * its own. When a row was confirmed is not in it.
 */
export const chainOf = (
  { number, kind, at, reading, period, outcome }: Omit<JournalRow, 'document' | 'chain'>,
  document: string,
  previous: string,
): string => sha256(canonicalJson({ previous, number, kind, at, reading, period, outcome, document }));
