import type { Adjustment } from '../../billing/adjustment.js';
import type { HeldReading } from '../../billing/held-reading.js';
import type { LedgerPeriod } from '../../billing/ledger-period.js';
import type { PastMessage, SealedFile } from '../../billing/past-periods.js';
import type { ChangesPage } from '../../billing/period-change.js';
import type { Report } from '../../period/message.js';
import type { RateCardReferenceDto } from '../../rate-cards/rate-card-reference.dto.js';
import { sum } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { unzip } from '../unzip.js';
import { toReport } from '../report-versions.js';
import type { PeriodBook } from '../rule/period-book.js';
import { creditsOf } from '../rule/seen-message.js';
import { linesSha256, readRateCards, readReports } from '../sealed/read-manifest.js';
import { toSealedLines } from '../sealed/sealed-lines.js';
import { explainLine } from './explain-line.js';
import { type KeptTexts, textsOf } from './kept-texts.js';
import type { LedgerMemory } from './ledger-memory.js';
import { type LineSummary, summarize } from './line-summary.js';
import type { OpenLedger } from './open-ledger.js';
import { changesOf } from './period-changes.js';
import { periodFacts } from './period-facts.js';
import { toAdjustment } from './to-adjustment.js';

/** The lines of a period as canonical CSV, with what they name by index. */
export interface PeriodLines {
  readonly csv: Uint8Array;
  readonly reports: readonly Report[];
  readonly rateCards: readonly RateCardReferenceDto[];
  /** Number of the newest row of the journal that changed the period. */
  readonly changedBy: number;
}

/** Tells what the ledger has. A method that takes a period's id resolves to undefined if there is none. */
export class LedgerReader {
  /** Of each period, with the newest row that had changed it: a closed one is summarized once. */
  private readonly summaries = new WeakMap<PeriodBook, { readonly changedBy: number; readonly summary: LineSummary }>();

  constructor(private readonly ledger: OpenLedger) {}

  /** The newest first. */
  async periods(): Promise<LedgerPeriod[]> {
    const memory = await this.ledger.memory();
    return memory.state.periods.toReversed().map((book) => this.factsOf(memory, book));
  }

  /** The lines of a period; `unchanged` if `changedBy` is still the newest row that changed it. */
  async lines(id: string, changedBy: number | undefined): Promise<PeriodLines | 'unchanged' | undefined> {
    const memory = await this.ledger.memory();
    const book = memory.find(id);
    if (!book) return undefined;
    const newest = memory.changedBy.get(id) ?? 0;
    if (newest === changedBy) return 'unchanged';
    const seal = await (await this.ledger.store()).seal(id);
    const { csv, reports, rateCards } = seal
      ? { csv: unzip(seal.lines), reports: readReports(seal.reports), rateCards: readRateCards(seal.manifest) }
      : linesOf(book);
    return { csv, reports, rateCards: rateCards.map((sha256) => memory.cards.reference(sha256)), changedBy: newest };
  }

  /** Every line of the period with this message id, with the lines of its price. */
  async explain(id: string, messageId: number): Promise<PastMessage[] | undefined> {
    const memory = await this.ledger.memory();
    const store = await this.ledger.store();
    const book = memory.find(id);
    return book && Promise.all(book.index.withId(messageId).map((entry) => explainLine(book, entry, memory, store)));
  }

  /** A page of what the rows after number `after` changed in a period. */
  async changes(id: string, after: number): Promise<ChangesPage | undefined> {
    const memory = await this.ledger.memory();
    if (!memory.find(id)) return undefined;
    return changesOf(
      await this.ledger.store(),
      id,
      memory.history.after(id, after),
      Math.max(after, memory.changedBy.get(id) ?? 0),
    );
  }

  /** The sealed file of a period; `open` if it is not closed. */
  async sealed(id: string): Promise<SealedFile | 'open' | undefined> {
    const memory = await this.ledger.memory();
    if (!memory.find(id)) return undefined;
    const seal = await (await this.ledger.store()).seal(id);
    return seal ? { gzipped: seal.lines, sha256: linesSha256(seal.manifest) } : 'open';
  }

  /**
   * The texts of a period in the order of {@link lines}, undefined if one was not kept, and each
   * card that priced a line.
   */
  async texts(id: string): Promise<KeptTexts | undefined> {
    const memory = await this.ledger.memory();
    const book = memory.find(id);
    if (!book) return undefined;
    const texts = await textsOf(book, await this.ledger.store());
    const { rateCards } = this.summaryOf(memory, book);
    return { texts, rateCards: rateCards.map((sha256) => memory.cards.reference(sha256)) };
  }

  /** The oldest first. */
  async adjustments(): Promise<Adjustment[]> {
    const { adjustments } = await this.ledger.memory();
    return adjustments.map(toAdjustment);
  }

  /** Whether upstream seems to send a window that slides instead of the period that is open. */
  async looksLikeWindow(): Promise<boolean> {
    const memory = await this.ledger.memory();
    const { open } = memory.state;
    return open !== undefined && this.summaryOf(memory, open).looksLikeWindow;
  }

  /** The readings that are held now, the oldest first. */
  async held(): Promise<HeldReading[]> {
    const { state } = await this.ledger.memory();
    return state.held.map(({ number, atMs, reason, messages }) => ({
      number,
      at: formatEpochMs(atMs),
      reason,
      messages: messages.length,
      credits: sum(messages.map(creditsOf)),
    }));
  }

  private factsOf(memory: LedgerMemory, book: PeriodBook): LedgerPeriod {
    return periodFacts(book, {
      summary: this.summaryOf(memory, book),
      counts: memory.outcomes.of(book.id),
      adjustments: memory.adjustments
        .filter(({ bookedIn }) => bookedIn === book.id)
        .map(({ difference }) => difference),
      seal: memory.seals.find(book.id),
    });
  }

  private summaryOf(memory: LedgerMemory, book: PeriodBook): LineSummary {
    const changedBy = memory.changedBy.get(book.id) ?? 0;
    const known = this.summaries.get(book);
    if (known?.changedBy === changedBy) return known.summary;
    const summary = summarize(book);
    this.summaries.set(book, { changedBy, summary });
    return summary;
  }
}

/** The lines of a period that is not closed, as they would be sealed now. */
const linesOf = (
  book: PeriodBook,
): Pick<PeriodLines, 'csv' | 'reports'> & { readonly rateCards: readonly string[] } => {
  const { csv, reports, rateCards } = toSealedLines(book);
  return { csv, reports: reports.map(toReport), rateCards };
};
