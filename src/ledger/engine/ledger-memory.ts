import type { RateCardReferenceDto } from '../../rate-cards/rate-card-reference.dto.js';
import { createRateCard, type RateCard, type RateCardDocument } from '../../pricing/index.js';
import { entriesOf } from '../journal/entries-of.js';
import { type RowBefore, toRow } from '../journal/to-row.js';
import { canonicalJson } from '../sealed/digest.js';
import type { Manifest } from '../sealed/manifest.js';
import { readManifest } from '../sealed/read-manifest.js';
import { sealPeriod } from '../sealed/seal-period.js';
import type { Entry } from '../rule/entry.js';
import { LedgerState } from '../rule/ledger-state.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { Correction } from '../rule/adjustment.js';
import type { JournalRow, LedgerStore, SealRow } from '../store/ledger-store.js';
import { withKnownPrints } from './known-prints.js';
import { ReadingOutcomes } from './reading-outcomes.js';
import type { TextPrints } from './text-prints.js';

/** A correction with its number, from 1 without gaps, and the time of its reading. */
export interface BookedCorrection extends Correction {
  readonly number: number;
  readonly atMs: number;
}

/** The ledger as the journal tells it, with what is needed to write the journal on. */
export class LedgerMemory {
  readonly state = new LedgerState();
  readonly outcomes = new ReadingOutcomes();
  readonly corrections: BookedCorrection[] = [];
  readonly seals = new Map<string, { readonly digest: string; readonly manifest: Manifest }>();
  /** Every card that priced something, by SHA-256. */
  readonly cards = new Map<string, RateCard>();
  /** Number of the newest row, by period that it changed. */
  readonly changedBy = new Map<string, number>();
  /** Number of the reading that opened a period, by period. */
  private readonly openedBy = new Map<string, number>();
  /** The newest row of the journal; undefined if it is empty. */
  private newest: RowBefore | undefined;

  private constructor(private readonly source: string) {}

  /** Reads the whole journal. Throws a StoreUnavailableError. */
  static async load(store: LedgerStore, source: string, prints: TextPrints): Promise<LedgerMemory> {
    const memory = new LedgerMemory(source);
    for await (const row of store.journal()) {
      for (const entry of entriesOf(row, memory.newestReading)) memory.take(withKnownPrints(entry, prints), row.number);
      memory.newest = row;
    }
    for (const { period, digest, manifest } of await store.manifests())
      memory.seals.set(period, { digest, manifest: readManifest(manifest) });
    const cards = memory.state.periods.flatMap(({ lines }) => lines.map(({ rateCard }) => rateCard));
    for (const sha256 of new Set(cards)) {
      const row = await store.rateCard(sha256);
      if (row) memory.cards.set(sha256, createRateCard(JSON.parse(row.document) as RateCardDocument));
    }
    return memory;
  }

  /** Number of the newest row of the journal; 0 if it is empty. */
  get version(): number {
    return this.newest?.number ?? 0;
  }

  /** Names a card that priced something. */
  rateCard(sha256: string): RateCardReferenceDto {
    return { id: this.cards.get(sha256)?.id ?? 'unknown', sha256 };
  }

  /** Takes an entry in and returns its row, for the journal. */
  record(entry: Exclude<Entry, { kind: 'confirmation' }>): JournalRow {
    const row = toRow(entry, this.newest);
    this.take(entry, row.number);
    this.newest = row;
    return row;
  }

  /** Takes in that upstream gave the newest reading again. */
  confirm(entry: Extract<Entry, { kind: 'confirmation' }>): void {
    this.state.apply(entry);
  }

  /** The period with this id; undefined if there is none. */
  find(id: string): PeriodBook | undefined {
    return this.state.periods.find((book) => book.id === id);
  }

  /** The period whose closing was recorded just now, as it is kept from now on. */
  seal(period: string): SealRow {
    const book = this.state.period(period);
    const { lines, reports, digest, ...sealed } = sealPeriod(book, {
      source: this.source,
      previousDigest: book.previous === undefined ? undefined : this.seals.get(book.previous)?.digest,
      readings: { first: this.openedBy.get(period) ?? 0, last: this.newestReading, chain: this.newest?.chain ?? '' },
      corrections: this.corrections.filter(({ bookedIn }) => bookedIn === period),
    });
    const manifest = canonicalJson(sealed.manifest);
    // Read back from its text, so that a period shows the same one before and after a restart.
    this.seals.set(period, { digest, manifest: readManifest(manifest) });
    return { period, lines, reports, manifest, digest };
  }

  private get newestReading(): number {
    return this.state.last?.number ?? 0;
  }

  private take(entry: Entry, row: number): void {
    const { state } = this;
    this.outcomes.take(entry, state.periods.at(-1)?.id);
    state.apply(entry);
    if (entry.kind === 'closing') this.changedBy.set(entry.period, row);
    if (entry.kind !== 'reading' && entry.kind !== 'reconsideration') return;
    const { judgement } = entry;
    const reading = entry.kind === 'reading' ? entry.number : entry.reading;
    const { period, opens, changes, corrections, rollsOver } = judgement;
    if (opens && period !== undefined) this.openedBy.set(period, reading);
    const changed = [period, rollsOver?.period, ...changes.map((change) => change.period)];
    for (const id of new Set(changed)) if (id !== undefined) this.changedBy.set(id, row);
    for (const correction of corrections)
      this.corrections.push({ ...correction, number: this.corrections.length + 1, atMs: state.lastAtMs });
  }
}
