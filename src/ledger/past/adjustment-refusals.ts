import {
  AlreadyReversedError,
  ambiguousMessage,
  IdempotencyConflictError,
  moreThanLeft,
  notOpposite,
  notReversible,
  UnknownAdjustmentError,
} from '../../billing/adjustment.errors.js';
import { NoOpenPeriodError } from '../../billing/ledger.errors.js';
import { UnknownMessageError } from '../../billing/unknown-message.error.js';
import { toPlainDecimal } from '../../pricing/index.js';
import type { AdjustmentRefusal, CandidateLine } from '../rule/adjustment-refusal.js';

/** The error that says to a caller why an adjustment is not booked; an unknown period is not among them. */
export const toAdjustmentError = (refusal: Exclude<AdjustmentRefusal, { code: 'unknown_period' }>): Error => {
  switch (refusal.code) {
    case 'idempotency_conflict':
      return new IdempotencyConflictError();
    case 'no_open_period':
      return new NoOpenPeriodError('an adjustment is booked in the open one, once a reading has begun it');
    case 'unknown_message':
      return new UnknownMessageError(refusal.id, refusal.period, inWords(refusal.others));
    case 'ambiguous_message':
      return ambiguousMessage(refusal.id, inWords(refusal.candidates));
    case 'more_than_left':
      return moreThanLeft(toPlainDecimal(refusal.left));
    case 'unknown_adjustment':
      return new UnknownAdjustmentError(refusal.number);
    case 'not_reversible':
      return notReversible(refusal.number);
    case 'already_reversed':
      return new AlreadyReversedError(refusal.number, refusal.by);
    case 'not_opposite':
      return notOpposite(toPlainDecimal(refusal.opposite));
  }
};

/** Few enough for a sentence. */
const NAMED = 5;

const inWords = (candidates: readonly CandidateLine[]): string => {
  const named = candidates.slice(0, NAMED).map(({ nth, timestamp }) => `nth ${nth} of ${timestamp}`);
  return [...named, ...(candidates.length > NAMED ? [`${candidates.length - NAMED} more`] : [])].join(', ');
};
