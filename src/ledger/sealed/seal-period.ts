import { gzipSync } from 'node:zlib';
import type { PeriodBook } from '../rule/period-book.js';
import { canonicalJson, sha256 } from './digest.js';
import { type Manifest, manifestOf, reportsJson, type SealingFacts } from './manifest.js';
import { toSealedLines } from './sealed-lines.js';

/** A closed period as it is kept and handed out. */
export interface SealedPeriod {
  /**
   * The CSV, gzipped. The manifest states the SHA-256 of the CSV: zlib may write other bytes one
   * day.
   */
  readonly lines: Buffer;
  /** The report versions that lines name by index, in RFC 8785 form. */
  readonly reports: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest in RFC 8785 form. */
  readonly digest: string;
}

/**
 * Seals a closed period. The same period with the same facts gives the same digest on every
 * machine.
 */
export const sealPeriod = (book: PeriodBook, facts: SealingFacts): SealedPeriod => {
  const sealed = toSealedLines(book);
  const manifest = manifestOf(book, sealed, facts);
  const lines = gzipSync(sealed.csv);
  return { lines, reports: reportsJson(sealed.reports), manifest, digest: sha256(canonicalJson(manifest)) };
};
