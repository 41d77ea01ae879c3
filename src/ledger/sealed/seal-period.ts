import { gzipSync } from 'node:zlib';
import type { PeriodBook } from '../rule/period-book.js';
import { canonicalJson, sha256 } from './digest.js';
import { manifestOf, type SealingFacts } from './manifest.js';
import { type SealedLines, toSealedLines } from './sealed-lines.js';

/** A closed period as it is kept and handed out. */
export interface SealedPeriod extends Pick<SealedLines, 'reports' | 'rateCards'> {
  /**
   * The CSV, gzipped. The manifest states the SHA-256 of the CSV: zlib may write other bytes one
   * day.
   */
  readonly lines: Buffer;
  readonly manifest: Readonly<Record<string, unknown>>;
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
  const { reports, rateCards } = sealed;
  return { lines: gzipSync(sealed.csv), reports, rateCards, manifest, digest: sha256(canonicalJson(manifest)) };
};
