import { Bill } from '../../billing/bill.js';
import type { Report } from '../../period/message.js';
import { ZERO } from '../../pricing/index.js';
import { NumberColumn } from '../../period/number-column.js';
import { MessageTable } from '../../period/message-table.js';
import { TimeSlice } from '../../time/time-slice.js';
import { CellCursor } from '../cell-cursor.js';
import { SEALED_HEADER } from '../sealed/sealed-lines.js';
import { NamedVersions } from './named-versions.js';

/** Bytes that are no list of lines, or that have a text price too long for the table's columns. */
export class UnreadableLinesError extends Error {
  override readonly name = 'UnreadableLinesError';
}

/** How many lines to read before checking whether to yield to other work. */
const LINES = 256;
const FIRST_LINE = SEALED_HEADER.length + 1;

/** A bill, and for each row the index that its line has in the column `rate_card`. */
export interface BillOfLines {
  readonly bill: Bill;
  readonly cardIndexes: NumberColumn<Uint32Array>;
}

/**
 * The bill of a period from its lines as canonical CSV, and from the report versions that they name
 * by index. Texts are not in there. Throws an UnreadableLinesError.
 */
export const billOfLines = async (csv: string, versions: readonly Report[]): Promise<BillOfLines> => {
  if (!csv.startsWith(`${SEALED_HEADER}\n`)) throw new UnreadableLinesError('another header than that of lines');
  try {
    return await billOf(csv, versions);
  } catch (error) {
    throw new UnreadableLinesError('a line that cannot be read', { cause: error });
  }
};

const billOf = async (csv: string, versions: readonly Report[]): Promise<BillOfLines> => {
  const timeSlice = new TimeSlice();
  for (let { scale } = ZERO; ; scale += 1) {
    const named = new NamedVersions(versions);
    const cardIndexes = new NumberColumn((capacity) => new Uint32Array(capacity));
    const table = await tableOf(csv, scale, { named, cardIndexes }, timeSlice);
    if (!table) continue;
    const reports = new Map(versions.map((report) => [report.id, report]));
    return { bill: new Bill({ messages: table, reports }, table, named.reports), cardIndexes };
  }
};

/** What the lines name by index. */
interface Named {
  readonly named: NamedVersions;
  readonly cardIndexes: NumberColumn<Uint32Array>;
}

/** Undefined if the text of a message has a price of more than `scale` decimal places. */
const tableOf = async (
  csv: string,
  scale: number,
  { named, cardIndexes }: Named,
  timeSlice: TimeSlice,
): Promise<MessageTable | undefined> => {
  const table = new MessageTable(scale);
  for (const line = new CellCursor(csv, FIRST_LINE); !line.isAtEnd;) {
    const id = line.wholeNumber();
    line.skip(1);
    const timestamp = line.cell();
    const reportId = line.cell();
    const textUnits = line.units(scale);
    if (textUnits === undefined) return undefined;
    line.skip(1);
    cardIndexes.append(line.wholeNumber());
    line.skip(1);
    table.append({ id, text: '', timestamp, reportId: named.keyOf(reportId, line.lastCell()) }, textUnits);
    if (table.length % LINES === 0) await timeSlice.yieldIfSpent();
  }
  return table;
};
