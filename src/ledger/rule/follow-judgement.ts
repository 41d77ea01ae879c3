import type { AddedLines } from './added-lines.js';
import type { Change } from './change.js';
import { impliedOrder, type OrderChange, orderChangeOf } from './implied-order.js';
import type { Judgement } from './judgement.js';
import type { PeriodBook } from './period-book.js';
import { areSameCards, cardAt, type ReadingCards } from './reading-cards.js';

/** Does to a period what a judgement says of it. */
export const followJudgement = (book: PeriodBook, judgement: Judgement, atMs: number): void => {
  const { period, changes, added, order, carried, rollsOver, corrections } = judgement;
  const own = changes.filter((change) => change.period === book.id);
  for (const change of own) follow(book, change);
  if (added?.period === book.id) book.append(added);
  if (order && period === book.id) book.order = [...order];
  else followOrder(book, orderChangeOf(own), added?.period === book.id ? added : undefined);
  if (rollsOver?.period === book.id) book.rolledOver = rollsOver;
  for (const { refers, difference } of corrections)
    if (refers.period === book.id) book.correct(refers.entry, difference);
  if (period !== book.id) return;
  book.carried = carried;
  book.confirmedAtMs = atMs;
  if (!areSameCards(book, judgement)) adoptCards(book, judgement);
};

/** Appends in place: a month of readings each adds a few lines to what may be a million. */
const followOrder = (book: PeriodBook, change: OrderChange, added?: AddedLines): void => {
  if (change.gone.size === 0) for (const entry of change.come) book.order.push(entry);
  else book.order = impliedOrder(book.order, change);
  if (added) for (let index = 0; index < added.count; index += 1) book.order.push(added.entry + index);
};

const follow = (book: PeriodBook, change: Change): void => {
  const { entry } = change;
  switch (change.op) {
    case 'added':
      if (entry !== book.length) throw new RangeError(`line ${entry} of ${book.id} is not its next`);
      return book.add(change.line);
    case 'changed':
      return book.revise(entry, change.line);
    case 'missing':
      return book.setAbsence(entry, change.since);
    case 'back':
      return book.setAbsence(entry);
    case 'printed':
      return book.print(entry, change.print);
  }
};

/**
 * A line that upstream still sends counts as priced by the newest cards, so two ledgers that saw the
 * same last answer agree. The first reading of a period has priced all its lines itself.
 */
const adoptCards = (book: PeriodBook, cards: ReadingCards): void => {
  const isFirst = book.rateCard === '';
  book.rateCard = cards.rateCard;
  book.laterCards = cards.laterCards;
  if (isFirst) return;
  for (const entry of book.order) {
    const line = book.line(entry);
    const rateCard = cardAt(cards, line.message);
    if (line.rateCard !== rateCard) book.adoptCard(entry, rateCard);
  }
};
