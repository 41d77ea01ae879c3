import { CellCursor } from '../cell-cursor.js';
import type { AddedLines } from '../rule/added-lines.js';
import type { Change } from '../rule/change.js';
import type { CarriedMessage } from '../rule/period-book.js';
import type { SeenMessage } from '../rule/seen-message.js';
import { CARRIED, readCarried, toCarriedLine } from './carried-lines.js';
import { readChange, toChangeLine } from './change-lines.js';
import type { DocumentText } from './document-text.js';
import type { EntryLists, Referred } from './entry-lists.js';
import { readMessageCells, toMessageCells } from './message-cells.js';

/** What an entry has many of: each is a line of its document, in this order. */
export interface EntryRecords {
  readonly changes: readonly Change[];
  readonly carried: readonly CarriedMessage[];
  readonly held: readonly SeenMessage[];
  /** The changes, all additions, where they are left unread: `changes` has none then. */
  readonly added?: AddedLines;
}

/** The sign that begins the line of a message of a held reading. */
const HELD = '*';

/** Writes the records as CSV without quotes, each line with an LF. The lists have what they refer to. */
export function* toEntryLines({ changes, carried, held }: EntryRecords, lists: EntryLists): Generator<string> {
  for (const change of changes) yield `${toChangeLine(change, lists)}\n`;
  for (const message of carried) yield `${toCarriedLine(message, lists)}\n`;
  for (const message of held) yield `${HELD},${toMessageCells(message, lists)}\n`;
}

/** Reads the lines back. Throws a RangeError for lines that were not written by {@link toEntryLines}. */
export const readLines = (
  { bytes, start, end }: Pick<DocumentText, 'bytes' | 'start' | 'end'>,
  referred: Referred,
): EntryRecords => {
  const line = new CellCursor(bytes.toString('latin1', start, end), 0);
  const changes: Change[] = [];
  const carried: CarriedMessage[] = [];
  const held: SeenMessage[] = [];
  while (!line.isAtEnd) {
    const sign = line.cell();
    if (sign === HELD) held.push(readMessageCells(line, referred));
    else if (sign === CARRIED) carried.push(readCarried(line, referred));
    else {
      const change = readChange(sign, line, referred);
      if (change.op !== 'printed' || referred.isKnownPrint(change.print)) changes.push(change);
    }
  }
  return { changes, carried, held };
};
