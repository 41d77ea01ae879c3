import type { MessageTable } from '../period/message-table.js';
import { compareEpochTimes, type EpochTime, startOfMs } from '../time/epoch-time.js';
import { type Schedule, valueAt } from '../time/schedule.js';
import { TimeSlice } from '../time/time-slice.js';

/**
 * The newest card of the schedule that prices one of these messages: the one in force at the latest
 * of them, or now if there is none.
 */
export const findNewestCard = async <Card>(schedule: Schedule<Card>, messages: MessageTable): Promise<Card> => {
  if (schedule.later.length === 0) return schedule.first;
  let latest: EpochTime | undefined;
  await new TimeSlice().forRows(messages.length, (start, end) => {
    for (let row = start; row < end; row += 1) {
      const time = { epochMs: messages.epochMs(row), nanoseconds: messages.nanoseconds(row) };
      if (!latest || compareEpochTimes(time, latest) > 0) latest = time;
    }
  });
  return valueAt(schedule, latest ?? startOfMs(Date.now()));
};
