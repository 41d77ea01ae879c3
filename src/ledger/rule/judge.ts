import { applyReading } from './apply-reading.js';
import { followCarried } from './follow-carried.js';
import { heldAdditions } from './held-additions.js';
import { lateAdditions } from './late-additions.js';
import { impliedOrder, isSameOrder, orderChangeOf } from './implied-order.js';
import type { Judgement } from './judgement.js';
import type { LedgerState } from './ledger-state.js';
import type { Absence } from './line.js';
import { pastAdditions } from './past-additions.js';
import { PeriodBook, type RollOver } from './period-book.js';
import { periodId } from './period-id.js';
import type { Reading } from './reading.js';
import { toReadingCards } from './reading-cards.js';
import { messagesAt, sight, type Sighting } from './sighting.js';
import type { Verdict } from './verdict.js';

/** When and as what a reading is judged. */
export interface Occasion {
  /** Number of the reading. */
  readonly number: number;
  /** The time of the judgement: later than the reading's where a person decides. */
  readonly nowMs: number;
  readonly graceMs: number;
}

type Effect = Omit<Judgement, 'rateCard' | 'carried' | 'corrections'> & Partial<Judgement>;

/** Works out everything that a reading with this verdict does. Changes nothing. */
export const judge = (
  state: LedgerState,
  reading: Reading,
  sighting: Sighting,
  verdict: Verdict,
  occasion: Occasion,
): Judgement => ({
  ...toReadingCards(reading),
  carried: [],
  corrections: [],
  ...effectOf(state, reading, sighting, verdict, occasion),
});

const effectOf = (
  state: LedgerState,
  reading: Reading,
  sighting: Sighting,
  verdict: Verdict,
  occasion: Occasion,
): Effect => {
  const absence = { reading: occasion.number, atMs: reading.atMs };
  const { open } = state;
  switch (verdict) {
    case 'applies':
      if (!open) throw new RangeError('no period is open');
      return billIn(open, sighting, state, reading, absence, occasion.graceMs);
    case 'opens':
    case 'rolls_over':
      return openWith(state, reading, absence, occasion);
    case 'past':
      return {
        outcome: 'past',
        changes: pastAdditions(state.periods.toReversed(), reading, absence, occasion.graceMs),
      };
    case 'adds':
      if (!open) throw new RangeError('no period is open');
      return {
        outcome: 'past',
        changes: lateAdditions(open, state.periods.toReversed(), reading, absence, occasion.graceMs),
      };
    case 'empty':
    case 'shrunk':
    case 'rewritten':
    case 'unrelated':
    case 'late':
      return { outcome: 'held', reason: verdict, changes: [] };
  }
};

/**
 * What the reading does to the period that it is of, and to the earlier periods whose messages it
 * still has.
 */
const billIn = (
  book: PeriodBook,
  sighting: Sighting,
  { periods }: LedgerState,
  reading: Reading,
  absence: Absence,
  graceMs: number,
): Effect => {
  const { carried } = sighting;
  const { changes: ownChanges, order } = applyReading(book, sighting, reading, absence, graceMs);
  const { changes: followed, corrections } = followCarried(carried, periods, reading, book.id);
  const changes = [...followed, ...ownChanges];
  const isImplied = isSameOrder(order, impliedOrder(book.order, orderChangeOf(ownChanges)));
  return { outcome: 'applied', period: book.id, changes, carried, corrections, ...(!isImplied && { order }) };
};

/**
 * Ends the period that is open, if one is, and opens the next with the reading; an empty one opens
 * none.
 */
const openWith = (state: LedgerState, reading: Reading, absence: Absence, occasion: Occasion): Effect => {
  const { open, periods, held } = state;
  const { nowMs, graceMs, number } = occasion;
  const before = held.filter((other) => other.number < number);
  const additions = open ? heldAdditions(open, state.earlier, before, reading.messages, absence, graceMs) : [];
  const rollsOver = open && rollOverOf(open, reading.atMs, nowMs + graceMs);
  const ending = rollsOver && { rollsOver };
  if (reading.messages.length === 0) return { outcome: 'applied', changes: additions, ...ending };
  const sighting = sight(reading.messages, undefined, periods.toReversed());
  const news = messagesAt(reading.messages, sighting.unknown).map(({ message }) => message);
  const id = periodId(news.length > 0 ? news : reading.messages, (taken) => periods.some((book) => book.id === taken));
  const previous = periods.at(-1)?.id;
  const effect = billIn(new PeriodBook(id, previous, number), sighting, state, reading, absence, graceMs);
  return { ...effect, changes: [...additions, ...effect.changes], opens: { previous }, ...ending };
};

const rollOverOf = ({ id, confirmedAtMs }: PeriodBook, byMs: number, closesAtMs: number): RollOver => ({
  period: id,
  afterMs: confirmedAtMs,
  byMs,
  closesAtMs,
});
