import type { CellCursor } from '../cell-cursor.js';
import type { Cause, Change } from '../rule/change.js';
import type { Line } from '../rule/line.js';
import type { EntryLists, Referred } from './entry-lists.js';
import { readMessageCells, toMessageCells } from './message-cells.js';

/**
 * A change as a line: its sign, index of the period, number of the line of the period, and then
 *
 * - `+` added, `~` changed: cause (empty for added), nth, index of the rate card, index of the
 *   absence (empty if the message is there), and the message's cells
 * - `-` missing: index of the absence
 * - `=` back: nothing
 * - `#` printed: the print
 */
export const toChangeLine = (change: Change, lists: EntryLists): string => {
  const at = `${lists.periods.indexOf(change.period)},${change.entry}`;
  switch (change.op) {
    case 'added':
      return `+,${at},,${toLineCells(change.line, lists)}`;
    case 'changed':
      return `~,${at},${change.cause},${toLineCells(change.line, lists)}`;
    case 'missing':
      return `-,${at},${lists.absences.indexOf(change.since)}`;
    case 'back':
      return `=,${at}`;
    case 'printed':
      return `#,${at},${change.print}`;
  }
};

const toLineCells = ({ nth, rateCard, missingSince, message }: Line, lists: EntryLists): string => {
  const absence = missingSince ? lists.absences.indexOf(missingSince) : '';
  return `${nth},${lists.rateCards.indexOf(rateCard)},${absence},${toMessageCells(message, lists)}`;
};

/** Reads the cells of a change's line after its sign. */
export const readChange = (sign: string, line: CellCursor, referred: Referred): Change => {
  const period = referred.period(line.wholeNumber());
  switch (sign) {
    case '+': {
      const entry = line.wholeNumber();
      line.skip(1);
      return { period, entry, op: 'added', line: readLine(line, referred) };
    }
    case '~': {
      const entry = line.wholeNumber();
      const cause = line.cell() as Cause;
      return { period, entry, op: 'changed', line: readLine(line, referred), cause };
    }
    case '-': {
      const entry = line.wholeNumber();
      return { period, entry, op: 'missing', since: referred.absence(Number(line.lastCell())) };
    }
    case '=':
      return { period, entry: Number(line.lastCell()), op: 'back' };
    case '#': {
      const entry = line.wholeNumber();
      return { period, entry, op: 'printed', print: line.lastCell() };
    }
    default:
      throw new RangeError(`no change begins with "${sign}"`);
  }
};

const readLine = (line: CellCursor, referred: Referred): Line => {
  const nth = line.wholeNumber();
  const rateCard = referred.rateCard(line.wholeNumber());
  const absence = line.cell();
  const message = readMessageCells(line, referred);
  if (absence === '') return { nth, message, rateCard };
  return { nth, message, rateCard, missingSince: referred.absence(Number(absence)) };
};
