import type { AdjustedMessage, Adjustment } from '../../billing/adjustment.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { bookedLineOf, type LineReference } from '../rule/adjustment.js';
import type { BookedAdjustment } from './ledger-memory.js';

/** An adjustment as it is told to somebody who asks. */
export const toAdjustment = (booked: BookedAdjustment): Adjustment => {
  const { number, kind, bookedIn, difference, reason, author, atMs } = booked;
  const line = bookedLineOf(booked);
  return {
    number,
    kind,
    bookedIn,
    message: line && toMessage(line.refers),
    period: booked.kind === 'correction' ? undefined : booked.period,
    was: line?.was,
    now: line?.now,
    credits: difference,
    reason,
    author,
    madeAt: formatEpochMs(atMs),
    reverses: booked.kind === 'correction' ? undefined : booked.reverses,
  };
};

const toMessage = ({ period, messageId, nth }: LineReference): AdjustedMessage => ({ period, id: messageId, nth });
