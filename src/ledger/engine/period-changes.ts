import type { ChangesPage, PeriodChange, PeriodReading } from '../../billing/past-periods.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { entriesOf } from '../journal/entries-of.js';
import type { Change } from '../rule/change.js';
import { LedgerState } from '../rule/ledger-state.js';
import type { Line } from '../rule/line.js';
import { creditsOf } from '../rule/seen-message.js';
import type { StoredRow } from '../store/ledger-store.js';

/** A page ends after the row with which it has this many changes. */
const PAGE = 5000;

/**
 * What the readings in the rows after number `after` changed in a period; `next` is the number of the
 * last row that the page covers. Folds the whole journal again: what a message cost before is only
 * known beside the ledger of that time.
 */
export const changesOf = async (
  journal: AsyncIterable<StoredRow>,
  period: string,
  after: number,
): Promise<ChangesPage> => {
  const state = new LedgerState();
  const readings: PeriodReading[] = [];
  let [next, count] = [after, 0];
  for await (const row of journal) {
    for (const entry of entriesOf(row, state.last?.number ?? 0)) {
      if (row.number > after && (entry.kind === 'reading' || entry.kind === 'reconsideration')) {
        const changes = entry.judgement.changes.filter((change) => change.period === period && change.op !== 'printed');
        const [reading, atMs] = entry.kind === 'reading' ? [entry.number, entry.atMs] : [entry.reading, state.lastAtMs];
        if (changes.length > 0)
          readings.push({ reading, at: formatEpochMs(atMs), changes: describe(changes, state, period) });
        count += changes.length;
      }
      state.apply(entry);
    }
    next = Math.max(next, row.number);
    if (count >= PAGE) break;
  }
  return { readings, next };
};

const describe = (changes: readonly Change[], state: LedgerState, period: string): PeriodChange[] => {
  const book = state.periods.find(({ id }) => id === period);
  return changes.flatMap((change): PeriodChange[] => {
    const before = book?.lines[change.entry];
    const after = 'line' in change ? change.line : before;
    if (!after || change.op === 'printed') return [];
    const { nth, message } = after;
    const cause = change.op === 'changed' ? change.cause : undefined;
    return [{ op: change.op, messageId: message.id, nth, was: creditsIn(before), now: creditsIn(after), cause }];
  });
};

const creditsIn = (line: Line | undefined): PeriodChange['now'] => line && creditsOf(line.message);
