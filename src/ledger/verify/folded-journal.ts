import { entriesOf } from '../journal/entries-of.js';
import type { UnzippedRow } from '../journal/unzip-rows.js';
import type { Entry } from '../rule/entry.js';
import { LedgerState } from '../rule/ledger-state.js';
import type { StoredRow } from '../store/ledger-rows.js';

/** Where a period's closing stands in the journal. */
export interface Closing {
  /** Chain of the row that closed it. */
  readonly chain: string;
  /** Number of the newest reading before that row. */
  readonly lastReading: number;
}

/** The state that a journal adds up to, and which of its rows closed periods and priced lines. */
export class FoldedJournal {
  readonly state = new LedgerState();
  /** Number of the newest row, and its chain. */
  newest: Pick<StoredRow, 'number' | 'chain'> = { number: 0, chain: '' };
  readonly closings = new Map<string, Closing>();
  /** Number of the row that last priced a line, by period and then by the line's number in it. */
  private readonly pricings = new Map<string, number[]>();

  /** Takes in the next row. Throws a DamagedRowError or a RangeError if it does not follow. */
  take(row: UnzippedRow): void {
    for (const entry of entriesOf(row, this.newestReading, { isFolded: true })) {
      this.state.apply(entry);
      this.note(entry, row);
    }
    this.newest = { number: row.number, chain: row.chain };
  }

  /** Number of the newest reading; 0 if there is none. */
  get newestReading(): number {
    return this.state.last?.number ?? 0;
  }

  /** Number of the row that last priced a line; undefined if there is no such line. */
  pricedBy(period: string, entry: number): number | undefined {
    return this.pricings.get(period)?.[entry];
  }

  private note(entry: Entry, { number, chain }: StoredRow): void {
    if (entry.kind === 'closing') this.closings.set(entry.period, { chain, lastReading: this.newestReading });
    if (entry.kind !== 'reading' && entry.kind !== 'reconsideration') return;
    const { period, opens, changes, added } = entry.judgement;
    if (opens && period !== undefined) this.pricings.set(period, []);
    for (const change of changes) {
      const rows = this.pricings.get(change.period);
      if (rows && 'line' in change) rows[change.entry] = number;
    }
    const rows = added && this.pricings.get(added.period);
    if (rows) for (let index = 0; index < added.count; index += 1) rows[added.entry + index] = number;
  }
}
