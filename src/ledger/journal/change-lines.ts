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

/** Reads the cells of a change's line. */
export const readChange = (cells: readonly string[], referred: Referred): Change => {
  const [sign = '', periodCell = '', entryCell, detail = ''] = cells;
  const period = referred.period(periodCell);
  const entry = Number(entryCell);
  switch (sign) {
    case '+':
      return { period, entry, op: 'added', line: readLine(cells, referred) };
    case '~':
      return { period, entry, op: 'changed', line: readLine(cells, referred), cause: detail as Cause };
    case '-':
      return { period, entry, op: 'missing', since: referred.absence(detail) };
    case '=':
      return { period, entry, op: 'back' };
    case '#':
      return { period, entry, op: 'printed', print: detail };
    default:
      throw new RangeError(`no change begins with "${sign}"`);
  }
};

const readLine = (cells: readonly string[], referred: Referred): Line => {
  const [nth, cardCell = '', absence] = cells.slice(4);
  const rateCard = referred.rateCard(cardCell);
  const message = readMessageCells(cells, referred);
  if (!absence) return { nth: Number(nth), message, rateCard };
  return { nth: Number(nth), message, rateCard, missingSince: referred.absence(absence) };
};
