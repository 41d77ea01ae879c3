import { toAmount } from '../billing/amount.js';
import type { ChangesPage, PeriodChange, PeriodReading } from '../billing/period-change.js';
import { jsonChunks } from '../http/answers/json-writer.js';

/**
 * Readings that changed a period as newline-delimited JSON: for each a line with its counts, then a
 * line for each of its changes. The last line has `next`: the `after` of the next request.
 */
export const formatChanges = async function* ({ readings, next }: ChangesPage): AsyncGenerator<string> {
  for (const reading of readings) {
    yield* toLine(toHead(reading));
    for (const change of reading.changes) yield* toLine(toChange(change));
  }
  yield* toLine({ next });
};

const toLine = async function* (value: object): AsyncGenerator<string> {
  yield* jsonChunks(value);
  yield '\n';
};

const toHead = ({ reading, at, changes }: PeriodReading): object => {
  const counts = { added: 0, changed: 0, missing: 0, back: 0 };
  for (const { op } of changes) counts[op] += 1;
  return { reading, at, ...counts };
};

const toChange = ({ op, messageId, nth, was, now, cause }: PeriodChange): object => ({
  op,
  message_id: messageId,
  nth,
  credits_used: { was: was && toAmount(was), now: now && toAmount(now) },
  cause,
});
