import type { PeriodChangeCount } from '../../billing/ledger-period.js';
import type { Entry } from '../rule/entry.js';
import type { Judgement } from '../rule/judgement.js';

type Outcome = Judgement['outcome'];

/** How many readings of a period were applied, held or past, and what they changed. */
export interface ReadingCounts {
  readonly readings: Record<Outcome, number> & { last: number };
  readonly changes: Record<PeriodChangeCount, number>;
}

/** Counts what readings did, period by period, from the entries in their order. */
export class ReadingOutcomes {
  private readonly counts = new Map<string, ReadingCounts>();
  /** Period and outcome that a held reading was counted under, until it is reconsidered. */
  private readonly held = new Map<number, string>();

  /** Counts an entry. `newest` is the newest period before it, to which a reading without a period counts. */
  take(entry: Entry, newest: string | undefined): void {
    if (entry.kind === 'reading') this.count(entry.number, entry.judgement, newest);
    if (entry.kind === 'reconsideration') this.recount(entry.reading, entry.judgement, newest);
  }

  of(period: string): ReadingCounts {
    const known = this.counts.get(period) ?? none();
    this.counts.set(period, known);
    return known;
  }

  private recount(reading: number, judgement: Judgement, newest: string | undefined): void {
    const before = this.held.get(reading);
    if (before !== undefined) this.of(before).readings.held -= 1;
    this.count(reading, judgement, newest);
  }

  private count(reading: number, { outcome, period, changes }: Judgement, newest: string | undefined): void {
    const of = period ?? newest;
    if (of === undefined) return;
    const { readings } = this.of(of);
    readings[outcome] += 1;
    readings.last = Math.max(readings.last, reading);
    if (outcome === 'held') this.held.set(reading, of);
    for (const change of changes) {
      const kind = change.op === 'changed' ? change.cause : change.op;
      if (kind !== 'added' && kind !== 'printed') this.of(change.period).changes[kind] += 1;
    }
  }
}

const none = (): ReadingCounts => ({
  readings: { applied: 0, held: 0, past: 0, last: 0 },
  changes: { edited: 0, report_changed: 0, rate_card_changed: 0, pricing_changed: 0, missing: 0, back: 0 },
});
