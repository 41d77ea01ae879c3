import type { ExplanationRow, JournalRow } from './ledger-rows.js';

interface OfSource {
  readonly source: string;
}

/** The tables of a ledger's database, as the newest migration leaves them. */
export interface LedgerTables {
  /** `confirmed_at`: what a row that was copied came with, and what versions before 002 wrote. */
  readonly journal: OfSource & JournalRow & { readonly confirmed_at: string | null };
  /** When upstream gave the reading of a row again, for the last time. */
  readonly confirmation: OfSource & { readonly row: number; readonly at: string };
  readonly period_seal: OfSource & {
    readonly period: string;
    /** From 1, in the order in which periods were closed. */
    readonly position: number;
    readonly lines: Uint8Array;
    readonly reports: string;
    readonly manifest: string;
    readonly digest: string;
  };
  readonly rate_card: OfSource & { readonly sha256: string; readonly document: string };
  readonly explanation: OfSource &
    Pick<ExplanationRow, 'row' | 'period' | 'kind' | 'document'> & {
      readonly first_entry: number;
      readonly last_entry: number;
    };
}
