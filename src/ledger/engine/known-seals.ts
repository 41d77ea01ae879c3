import type { PeriodBook } from '../rule/period-book.js';
import { canonicalJson } from '../sealed/digest.js';
import type { Manifest, SealingFacts } from '../sealed/manifest.js';
import { readManifest } from '../sealed/read-manifest.js';
import { sealPeriod } from '../sealed/seal-period.js';
import type { SealRow } from '../store/ledger-rows.js';
import type { LedgerStore } from '../store/ledger-store.js';

/** What was sealed of a closed period, without its lines. */
export interface KnownSeal {
  readonly digest: string;
  readonly manifest: Manifest;
}

/** The manifests of the closed periods. */
export class KnownSeals {
  private readonly seals = new Map<string, KnownSeal>();

  /** The seal of the period with this id; undefined if it is not closed. */
  find(period: string): KnownSeal | undefined {
    return this.seals.get(period);
  }

  /** Seals a closed period: returns it as it is kept from now on. */
  seal(book: PeriodBook, facts: Omit<SealingFacts, 'previousDigest'>): SealRow {
    const previousDigest = book.previous === undefined ? undefined : this.find(book.previous)?.digest;
    const { lines, reports, digest, ...sealed } = sealPeriod(book, { ...facts, previousDigest });
    const manifest = canonicalJson(sealed.manifest);
    // Read back from its text, so that a period shows the same one before and after a restart.
    this.seals.set(book.id, { digest, manifest: readManifest(manifest) });
    return { period: book.id, lines, reports, manifest, digest };
  }

  /** Reads the seals of the periods that are closed and not known yet. Throws a StoreUnavailableError. */
  async load(store: LedgerStore, periods: readonly PeriodBook[]): Promise<void> {
    const unknown = periods.filter(({ id, status }) => status === 'closed' && !this.seals.has(id));
    const ids = new Set(unknown.map(({ id }) => id));
    if (ids.size === 0) return;
    for (const { period, digest, manifest } of await store.manifests())
      if (ids.has(period)) this.seals.set(period, { digest, manifest: readManifest(manifest) });
  }
}
