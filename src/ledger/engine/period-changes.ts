import type { ChangesPage, PeriodChange, PeriodReading } from '../../billing/period-change.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { entriesOf } from '../journal/entries-of.js';
import { creditsOf } from '../rule/seen-message.js';
import type { StoredRow } from '../store/ledger-rows.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { type ChangedRow, changesIn, type LineBefore, type ToldChange } from './change-history.js';

/** A page ends after the row with which it has this many changes. */
const PAGE = 5000;

/**
 * What these rows of the journal changed in a period, as one page; `last` is the number of the
 * newest row that changed it in any way. `next` is the number of the last row that the page covers, and
 * stays the same once the period is closed.
 */
export const changesOf = async (
  store: Pick<LedgerStore, 'journal'>,
  period: string,
  changed: readonly ChangedRow[],
  last: number,
): Promise<ChangesPage> => {
  const readings: PeriodReading[] = [];
  const [first] = changed;
  if (!first) return { readings, next: last };
  let count = 0;
  const waiting = changed.values();
  let wanted = waiting.next();
  for await (const row of store.journal(first.row)) {
    if (row.number !== wanted.value?.row) continue;
    const reading = describe(row, period, wanted.value);
    readings.push(reading);
    count += reading.changes.length;
    wanted = waiting.next();
    if (wanted.done) break;
    if (count >= PAGE) return { readings, next: row.number };
  }
  return { readings, next: last };
};

const describe = (row: StoredRow, period: string, { atMs, before }: ChangedRow): PeriodReading => {
  const [entry] = entriesOf(row, 0);
  if (entry?.kind !== 'reading' && entry?.kind !== 'reconsideration')
    throw new RangeError(`row ${row.number} changes no period`);
  const lines = before.values();
  return {
    reading: entry.kind === 'reading' ? entry.number : entry.reading,
    at: formatEpochMs(atMs),
    changes: changesIn(entry.judgement.changes, period).map((change) =>
      toPeriodChange(change, change.op === 'added' ? undefined : lines.next().value),
    ),
  };
};

const toPeriodChange = (change: ToldChange, before: LineBefore | undefined): PeriodChange => {
  const { op } = change;
  const after = 'line' in change ? lineAfter(change) : before;
  if (!after) throw new RangeError(`nothing is known of line ${change.entry} of ${change.period}`);
  const { messageId, nth, credits: now } = after;
  return { op, messageId, nth, was: before?.credits, now, cause: op === 'changed' ? change.cause : undefined };
};

const lineAfter = ({ line: { nth, message } }: Extract<ToldChange, { readonly line: unknown }>): LineBefore => ({
  messageId: message.id,
  nth,
  credits: creditsOf(message),
});
