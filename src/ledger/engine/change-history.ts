import type { Credits } from '../../pricing/index.js';
import type { Change } from '../rule/change.js';
import type { Entry } from '../rule/entry.js';
import type { Judgement } from '../rule/judgement.js';
import type { LedgerState } from '../rule/ledger-state.js';
import { creditsOf } from '../rule/seen-message.js';

/** A line as it was before a row changed it. */
export interface LineBefore {
  readonly messageId: number;
  readonly nth: number;
  readonly credits: Credits;
}

/** A row of the journal that changed a period. */
export interface ChangedRow {
  readonly row: number;
  /** When upstream answered; of a decided reading when it had last answered before the decision. */
  readonly atMs: number;
  /** The line before each change that is not an addition, in the order of the row's changes. */
  readonly before: readonly LineBefore[];
}

/** A change that callers are told of: a print says nothing about a line. */
export type ToldChange = Exclude<Change, { readonly op: 'printed' }>;

/** The changes of a period that callers are told of. */
export const changesIn = (changes: readonly Change[], period: string): ToldChange[] =>
  changes.filter((change): change is ToldChange => change.period === period && change.op !== 'printed');

/**
 * Which rows changed which period, and what they found there: so what some rows changed is told
 * without reading those before them.
 */
export class ChangeHistory {
  private readonly rows = new Map<string, ChangedRow[]>();

  /** Notes what a row changes; `state` is that before it. */
  note(entry: Entry, row: number, state: LedgerState): void {
    if (entry.kind !== 'reading' && entry.kind !== 'reconsideration') return;
    const atMs = entry.kind === 'reading' ? entry.atMs : state.lastAtMs;
    for (const [period, before] of linesBefore(entry.judgement, state)) {
      const known = this.rows.get(period) ?? [];
      if (known.length === 0) this.rows.set(period, known);
      known.push({ row, atMs, before });
    }
  }

  /** The rows after number `after` that changed a period, the oldest first. */
  after(period: string, after: number): readonly ChangedRow[] {
    const rows = this.rows.get(period) ?? [];
    return rows.slice(rows.findLastIndex(({ row }) => row <= after) + 1);
  }
}

/** For each period whose changes are published: its lines as they were before the changes, in the order of the changes. */
const linesBefore = ({ changes, added }: Judgement, state: LedgerState): ReadonlyMap<string, readonly LineBefore[]> => {
  const found = new Map<string, LineBefore[]>(added && [[added.period, []]]);
  for (const { op, period, entry } of changes) {
    if (op === 'printed') continue;
    let lines = found.get(period);
    if (!lines) found.set(period, (lines = []));
    if (op === 'added') continue;
    const { nth, message } = state.period(period).line(entry);
    lines.push({ messageId: message.id, nth, credits: creditsOf(message) });
  }
  return found;
};
