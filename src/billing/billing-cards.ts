import type { MessageTable } from '../period/message-table.js';
import { type Schedule, valueAt } from '../time/schedule.js';
import { TimeSlice } from '../time/time-slice.js';

/** The cards of a schedule that price a message of these, the newest last. */
export const findBillingCards = async <Card>(
  { first, later }: Schedule<Card>,
  messages: MessageTable,
): Promise<Card[]> => {
  if (messages.length === 0) return [];
  if (later.length === 0) return [first];
  const used = new Set<Card>();
  await new TimeSlice().forRows(messages.length, (start, end) => {
    for (let row = start; row < end; row += 1)
      used.add(valueAt({ first, later }, { epochMs: messages.epochMs(row), nanoseconds: messages.nanoseconds(row) }));
  });
  const newestFirst = new Set([...later.map(({ value }) => value).toReversed(), first]);
  return [...newestFirst].filter((card) => used.has(card)).toReversed();
};
