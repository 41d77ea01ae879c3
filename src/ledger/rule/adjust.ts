import { type Credits, isEqual, isLess, minus, plus, ZERO } from '../../pricing/index.js';
import type { Adjustment, LineReference, PersonalAdjustment } from './adjustment.js';
import type { AdjustmentRefusal } from './adjustment-refusal.js';
import type { AdjustmentEntry } from './entry.js';
import { findLine, type MessageReference } from './find-line.js';
import type { LedgerState } from './ledger-state.js';
import type { PeriodBook } from './period-book.js';

/** What a person asks to be booked. */
export interface AdjustmentRequest {
  /** The caller's key for this request: the same key books once. */
  readonly key: string;
  /** Hash of everything else that was asked. */
  readonly sha256: string;
  readonly message?: MessageReference | undefined;
  /** The period that it is for, where it is for no single message. */
  readonly period?: string | undefined;
  /** Left out only where `reverses` is given. */
  readonly credits?: Credits | undefined;
  /** Number of the adjustment to take back. */
  readonly reverses?: number | undefined;
  readonly reason: string;
  readonly author: string;
  readonly atMs: number;
}

type Refused = { readonly refusal: AdjustmentRefusal };

/** The entry of a request, which is an old one if the request is repeated; or why it is refused. */
export type Adjusted = { readonly entry: AdjustmentEntry } | Refused;

/** What an adjustment is for, and its amount. */
interface Target {
  readonly of?: { readonly book: PeriodBook; readonly refers: LineReference };
  readonly period?: string;
  readonly difference: Credits;
}

/**
 * The entry that books what a person asks for, in the open period. A message can be waived down to
 * nothing, and an adjustment of a person can be taken back once. Changes nothing itself.
 */
export const adjust = (state: LedgerState, request: AdjustmentRequest): Adjusted => {
  const { key, sha256, reason, author, reverses, atMs } = request;
  const before = state.requests.get(key);
  if (before) return before.request.sha256 === sha256 ? { entry: before } : refuse({ code: 'idempotency_conflict' });
  if (!state.open) return refuse({ code: 'no_open_period' });
  const target = reverses === undefined ? targetOf(state, request) : reversalOf(state, reverses, request.credits);
  if ('refusal' in target) return target;

  const { of, period, difference } = target;
  const line = of && lineAfter(of.book, of.refers, difference);
  const isWaiver = line !== undefined && isLess(difference, ZERO);
  if (isWaiver && isLess(line.now, ZERO)) return refuse({ code: 'more_than_left', left: line.was });
  const adjustment: PersonalAdjustment = {
    kind: isWaiver ? 'waiver' : 'manual',
    number: state.adjustments.length + 1,
    bookedIn: state.open.id,
    ...(line && { line }),
    ...(period !== undefined && { period }),
    difference,
    reason,
    author,
    ...(reverses !== undefined && { reverses }),
  };
  return { entry: { kind: 'adjustment', adjustment, request: { key, sha256 }, atMs } };
};

const refuse = (refusal: AdjustmentRefusal): Refused => ({ refusal });

const lineAfter = (book: PeriodBook, refers: LineReference, difference: Credits) => {
  const was = book.charged(refers.entry);
  return { refers, was, now: plus(was, difference) };
};

const targetOf = (
  state: LedgerState,
  { message, period, credits: difference = ZERO }: AdjustmentRequest,
): Target | Refused => {
  const id = message?.period ?? period;
  if (id === undefined) return { difference };
  const book = state.periods.find((each) => each.id === id);
  if (!book) return refuse({ code: 'unknown_period', period: id });
  if (!message) return { period: id, difference };
  const found = findLine(book, message);
  return 'code' in found ? refuse(found) : { of: { book, refers: found }, difference };
};

const reversalOf = (state: LedgerState, number: number, asked: Credits | undefined): Target | Refused => {
  const reversed = state.adjustments[number - 1];
  if (!reversed) return refuse({ code: 'unknown_adjustment', number });
  if (reversed.kind === 'correction' || reversed.reverses !== undefined)
    return refuse({ code: 'not_reversible', number });
  const by = state.adjustments.findIndex((other) => reverses(other, number)) + 1;
  if (by > 0) return refuse({ code: 'already_reversed', number, by });
  const difference = minus(ZERO, reversed.difference);
  if (asked && !isEqual(asked, difference)) return refuse({ code: 'not_opposite', opposite: difference });
  const { line, period } = reversed;
  return {
    ...(line && { of: { book: state.period(line.refers.period), refers: line.refers } }),
    ...(period !== undefined && { period }),
    difference,
  };
};

const reverses = (adjustment: Adjustment, number: number): boolean =>
  adjustment.kind !== 'correction' && adjustment.reverses === number;
