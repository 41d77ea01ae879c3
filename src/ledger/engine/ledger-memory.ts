import { entriesOf } from '../journal/entries-of.js';
import { type UnzippedRow, unzipRows } from '../journal/unzip-rows.js';
import type { RowBefore } from '../journal/to-row.js';
import { toRows } from '../journal/to-rows.js';
import type { Entry } from '../rule/entry.js';
import { LedgerState } from '../rule/ledger-state.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { Adjustment } from '../rule/adjustment.js';
import type { Commit, SealRow, StoredRow } from '../store/ledger-rows.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { ChangeHistory } from './change-history.js';
import { KnownSeals } from './known-seals.js';
import { PricedCards } from './priced-cards.js';
import { ReadingOutcomes } from './reading-outcomes.js';
import type { TextPrints } from './text-prints.js';

/** An adjustment with its number, from 1 without gaps, and when it was made: a correction by its reading. */
export type BookedAdjustment = Adjustment & { readonly number: number; readonly atMs: number };

/** The part of a commit that follows from its entries. */
type Recorded = Pick<Commit, 'after' | 'confirmedAt' | 'rows' | 'seals'>;

/** The ledger as the journal tells it, with what is needed to write the journal on. */
export class LedgerMemory {
  readonly state = new LedgerState();
  readonly outcomes = new ReadingOutcomes();
  readonly history = new ChangeHistory();
  readonly adjustments: BookedAdjustment[] = [];
  readonly seals = new KnownSeals();
  readonly cards = new PricedCards();
  /** The number of the newest row that changed a period, by the period's id. */
  readonly changedBy = new Map<string, number>();
  /** The newest row of the journal; undefined if it is empty. */
  private newest: RowBefore | undefined;
  /** When upstream gave the newest reading again after that row, as the row says; null if it has not. */
  private confirmedAt: string | null = null;

  private constructor(private readonly source: string) {}

  /** Reads the whole journal. Throws a StoreUnavailableError. */
  static async load(store: LedgerStore, source: string, prints: TextPrints): Promise<LedgerMemory> {
    const memory = new LedgerMemory(source);
    for await (const row of unzipRows(store.journal())) memory.takeRow(row, prints);
    await memory.takeDocuments(store);
    return memory;
  }

  /**
   * Reads what other processes have written since. Resolves to false if the journal does not go on
   * from here, because a backup was restored. Throws a StoreUnavailableError.
   */
  async follow(store: LedgerStore, prints: TextPrints): Promise<boolean> {
    const newest = await store.newest();
    const { newest: known } = this;
    if (!known || !newest || newest.number < known.number) return !known && !newest;
    if (newest.chain === known.chain && newest.confirmedAt === this.confirmedAt) return true;
    for await (const row of unzipRows(store.journal(known.number))) {
      if (row.number > known.number) this.takeRow(row, prints);
      else if (row.chain === known.chain) this.takeConfirmation(row);
      else return false;
    }
    await this.takeDocuments(store);
    return true;
  }

  /** Takes in entries that are written together; returns what the store is to write of them. */
  record(entries: readonly Entry[]): Recorded {
    const written = toRows(entries, this.newest);
    const rows = written.rows.values();
    const seals: SealRow[] = [];
    for (const entry of entries) {
      // A confirmation has no row of its own: its time goes into the one before.
      if (entry.kind !== 'confirmation') {
        this.newest = rows.next().value;
        this.confirmedAt = null;
      } else this.confirmedAt = written.confirmedAt ?? null;
      this.take(entry, this.newest?.number ?? 0);
      if (entry.kind === 'closing') seals.push(this.seal(entry.period));
    }
    return { ...written, seals };
  }

  /** The period with this id; undefined if there is none. */
  find(id: string): PeriodBook | undefined {
    return this.state.periods.find((book) => book.id === id);
  }

  /** The period that the newest row closed, as it is kept from now on. */
  private seal(period: string): SealRow {
    const book = this.state.period(period);
    return this.seals.seal(book, {
      source: this.source,
      readings: { first: book.openedBy, last: this.newestReading, chain: this.newest?.chain ?? '' },
      adjustments: this.adjustments.filter(({ bookedIn }) => bookedIn === period),
    });
  }

  private get newestReading(): number {
    return this.state.last?.number ?? 0;
  }

  private takeRow(row: UnzippedRow, prints: TextPrints): void {
    const isKnownPrint = prints.isOwn.bind(prints);
    for (const entry of entriesOf(row, this.newestReading, { isKnownPrint, isFolded: true }))
      this.take(entry, row.number);
    this.newest = { number: row.number, at: row.at, chain: row.chain };
    this.confirmedAt = row.confirmedAt;
  }

  /** The newest row that is known, as it says now when its reading was confirmed. */
  private takeConfirmation({ number, confirmedAt }: StoredRow): void {
    if (confirmedAt === null || confirmedAt === this.confirmedAt) return;
    this.take({ kind: 'confirmation', reading: this.newestReading, atMs: Date.parse(confirmedAt) }, number);
    this.confirmedAt = confirmedAt;
  }

  /** Reads the manifests and rate cards that the rows which were taken in are about. */
  private async takeDocuments(store: LedgerStore): Promise<void> {
    await this.seals.load(store, this.state.periods);
    await this.cards.load(store);
  }

  private take(entry: Entry, row: number): void {
    const { state } = this;
    this.outcomes.take(entry, state.periods.at(-1)?.id);
    this.history.note(entry, row, state);
    state.apply(entry);
    if (entry.kind === 'closing') this.changedBy.set(entry.period, row);
    if (entry.kind === 'adjustment') this.adjustments.push({ ...entry.adjustment, atMs: entry.atMs });
    if (entry.kind !== 'reading' && entry.kind !== 'reconsideration') return;
    const { period, changes, added, corrections, rollsOver } = entry.judgement;
    const changed = new Set([period, rollsOver?.period, added?.period]);
    for (const change of changes) changed.add(change.period);
    this.cards.note(entry.judgement);
    for (const id of changed) if (id !== undefined) this.changedBy.set(id, row);
    for (const correction of corrections)
      this.adjustments.push({ ...correction, number: this.adjustments.length + 1, atMs: state.lastAtMs });
  }
}
