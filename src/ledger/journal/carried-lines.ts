import type { CellCursor } from '../cell-cursor.js';
import type { CarriedMessage } from '../rule/period-book.js';
import type { EntryLists, Referred } from './entry-lists.js';
import { readMessageCells, toMessageCells } from './message-cells.js';

/** The sign that begins the line of a carried message. */
export const CARRIED = '>';

/**
 * A carried message as a line: `>`, index of the period that bills it, number of its line there, its
 * row in the reading, and the message's cells.
 */
export const toCarriedLine = ({ period, entry, row, message }: CarriedMessage, lists: EntryLists): string =>
  `${CARRIED},${lists.periods.indexOf(period)},${entry},${row},${toMessageCells(message, lists)}`;

/** Reads the cells of a carried message's line after its sign. */
export const readCarried = (line: CellCursor, referred: Referred): CarriedMessage => {
  const period = referred.period(line.wholeNumber());
  const entry = line.wholeNumber();
  const row = line.wholeNumber();
  return { row, period, entry, message: readMessageCells(line, referred) };
};
