import { createHash } from 'node:crypto';
import type { MessageTable } from '../period/message-table.js';
import type { IdentifiedRateCard } from '../rate-cards/identified-rate-card.js';
import { type RateCardReferenceDto, toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import { mapSchedule, type Schedule, valueAt } from '../time/schedule.js';
import type { TimeSlice } from '../time/time-slice.js';

/** The rate card of each row of a bill: the one that prices its text, even where a report prices the message. */
export interface RowCards {
  readonly cards: readonly RateCardReferenceDto[];
  /** Index of the row's card in `cards`. */
  readonly indexOf: (row: number) => number;
}

/** The cards that are in force, by a schedule, at the times of these messages. */
export const toScheduledCards = (schedule: Schedule<IdentifiedRateCard>, messages: MessageTable): RowCards => {
  const all = [schedule.first, ...schedule.later.map(({ value }) => value)];
  const indexes = mapSchedule(schedule, (card) => all.indexOf(card));
  return {
    cards: all.map(toRateCardReference),
    indexOf: (row) => valueAt(indexes, { epochMs: messages.epochMs(row), nanoseconds: messages.nanoseconds(row) }),
  };
};

/** A digest of which card each of the first `length` rows has, the same in every process. */
export const digestRowCards = async (
  { cards, indexOf }: RowCards,
  length: number,
  timeSlice: TimeSlice,
): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(cards.map(({ id, sha256 }) => [id, sha256])));
  if (cards.length > 1)
    await timeSlice.forRows(length, (start, end) => {
      const indexes = new Uint32Array(end - start);
      for (let row = start; row < end; row += 1) indexes[row - start] = indexOf(row);
      hash.update(indexes);
    });
  return hash.digest('base64url');
};
