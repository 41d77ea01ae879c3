import type { Adjustment } from './adjustment.js';
import type { AdjustmentEntry, DecisionEntry, Entry, ReadingEntry } from './entry.js';
import { refuseUnfit } from './refuse-unfit.js';
import { followJudgement } from './follow-judgement.js';
import type { Judgement } from './judgement.js';
import { PeriodBook } from './period-book.js';
import type { HeldReading } from './reading.js';
import { toReadingCards } from './reading-cards.js';
import { isLateReading, stillHeld } from './still-held.js';

/** The newest reading, with what it is now if a decision has changed that. */
export interface LastReading extends Pick<Judgement, 'outcome' | 'reason'> {
  readonly number: number;
  readonly digest: string;
  /**
   * Set where it is judged anew when upstream gives it again: a decision applied it and earlier
   * periods have messages of it, whose prices by their own cards a stored reading without texts does
   * not tell; or a decision applied an older one after it.
   */
  readonly isToBeJudged?: boolean;
}

const cannotReprice = (): undefined => undefined;

/** Everything the ledger knows: the fold of its entries in their order. */
export class LedgerState {
  /** The oldest first; only the last can be open. */
  readonly periods: PeriodBook[] = [];
  /** Everything booked beside the lines of messages, the oldest first: the first has number 1. */
  readonly adjustments: Adjustment[] = [];
  /** What people asked to be booked, by the key of their request. */
  readonly requests = new Map<string, AdjustmentEntry>();
  readonly decisions: DecisionEntry[] = [];
  /**
   * Readings held since the last applied one, and late ones, that nobody has decided, the oldest
   * first.
   */
  held: readonly HeldReading[] = [];
  last: LastReading | undefined;
  /** When upstream last gave what `last` is. */
  lastAtMs = 0;

  static of(entries: Iterable<Entry>): LedgerState {
    const state = new LedgerState();
    for (const entry of entries) state.apply(entry);
    return state;
  }

  /** The state as a copy that can go on by itself. */
  clone(): LedgerState {
    const { adjustments, requests, decisions, held, last, lastAtMs } = this;
    const copy = Object.assign(new LedgerState(), { held, last, lastAtMs });
    copy.adjustments.push(...adjustments);
    for (const [key, entry] of requests) copy.requests.set(key, entry);
    copy.decisions.push(...decisions);
    copy.periods.push(...this.periods.map((book) => book.clone()));
    return copy;
  }

  get open(): PeriodBook | undefined {
    return this.periods.findLast(({ status }) => status === 'open');
  }

  /** The periods that have ended, the newest first. */
  get earlier(): PeriodBook[] {
    return this.periods.filter(({ status }) => status !== 'open').toReversed();
  }

  period(id: string): PeriodBook {
    const found = this.periods.find((book) => book.id === id);
    if (!found) throw new RangeError(`no period ${id}`);
    return found;
  }

  apply(entry: Entry): void {
    switch (entry.kind) {
      case 'reading':
        return this.takeReading(entry);
      case 'confirmation':
        return this.confirm(entry.atMs);
      case 'decision':
        this.decisions.push(entry);
        if (entry.decision === 'discard') this.held = this.held.filter(({ number }) => number !== entry.reading);
        return;
      case 'reconsideration':
        return this.reconsider(entry.reading, entry.judgement);
      case 'adjustment':
        return this.takeAdjustment(entry);
      case 'closing':
        this.period(entry.period).closedAtMs = entry.atMs;
    }
  }

  private takeReading({ number, digest, atMs, judgement, held: messages }: ReadingEntry): void {
    if (number !== (this.last?.number ?? 0) + 1) throw new RangeError(`reading ${number} is not the next`);
    const { outcome, reason } = judgement;
    this.last = { number, digest, outcome, ...(reason && { reason }) };
    this.lastAtMs = atMs;
    if (outcome === 'applied') this.held = this.held.filter(isLateReading);
    if (reason && messages) {
      const cards = toReadingCards(judgement);
      const reading = { number, digest, atMs, ...cards, reason, messages, textCreditsBy: cannotReprice };
      this.held = [...this.held, reading];
    }
    this.follow(number, judgement, atMs);
    this.held = stillHeld(this.held, this.periods);
  }

  private confirm(atMs: number): void {
    this.lastAtMs = atMs;
    const { open, last } = this;
    if (open && last?.outcome === 'applied') open.confirmedAtMs = atMs;
  }

  private reconsider(number: number, judgement: Judgement): void {
    const { outcome, reason } = judgement;
    const atMs = this.held.find((reading) => reading.number === number)?.atMs ?? 0;
    if (reason) this.held = this.held.map((reading) => (reading.number === number ? { ...reading, reason } : reading));
    else this.held = this.held.filter((reading) => reading.number !== number);
    if (outcome === 'applied')
      this.held = this.held.filter((reading) => reading.number > number || isLateReading(reading));
    if (this.last?.number === number) {
      const { digest } = this.last;
      const isToBeJudged = outcome === 'applied' && judgement.carried.length > 0;
      this.last = { number, digest, outcome, ...(reason && { reason }), ...(isToBeJudged && { isToBeJudged }) };
    } else if (this.last && outcome === 'applied') this.last = { ...this.last, isToBeJudged: true };
    this.follow(number, judgement, atMs);
    this.held = stillHeld(this.held, this.periods);
  }

  private takeAdjustment(entry: AdjustmentEntry): void {
    const { adjustment, request } = entry;
    const { line, difference } = adjustment;
    refuseUnfit(this, adjustment);
    this.adjustments.push(adjustment);
    this.requests.set(request.key, entry);
    if (line) this.period(line.refers.period).adjust(line.refers.entry, difference);
  }

  private follow(number: number, judgement: Judgement, atMs: number): void {
    const { period, opens, corrections } = judgement;
    if (opens && period !== undefined) this.periods.push(new PeriodBook(period, opens.previous, number));
    for (const book of this.periods) followJudgement(book, judgement, atMs);
    this.adjustments.push(...corrections);
  }
}
