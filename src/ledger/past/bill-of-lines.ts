import { Bill } from '../../billing/bill.js';
import type { Report } from '../../period/message.js';
import { MessageTable } from '../../period/message-table.js';
import { TimeSlice } from '../../time/time-slice.js';
import { SEALED_HEADER } from '../sealed/sealed-lines.js';
import { CellCursor } from './cell-cursor.js';
import { NamedVersions } from './named-versions.js';
import { RecurringPrices } from './recurring-prices.js';

/** Bytes that are no list of lines, or that have a text price too long for the table's columns. */
export class UnreadableLinesError extends Error {
  override readonly name = 'UnreadableLinesError';
}

/** How many lines to read before checking whether to yield to other work. */
const LINES = 256;
const FIRST_LINE = SEALED_HEADER.length + 1;

/**
 * The bill of a period from its lines as canonical CSV, and from the report versions that they name
 * by index. Texts are not in there. Throws an UnreadableLinesError.
 */
export const billOfLines = async (csv: string, versions: readonly Report[]): Promise<Bill> => {
  if (!csv.startsWith(`${SEALED_HEADER}\n`)) throw new UnreadableLinesError('another header than that of lines');
  try {
    return await billOf(csv, versions);
  } catch (error) {
    throw new UnreadableLinesError('a line that cannot be read', { cause: error });
  }
};

const billOf = async (csv: string, versions: readonly Report[]): Promise<Bill> => {
  const timeSlice = new TimeSlice();
  const prices = await pricesOf(csv, timeSlice);
  const named = new NamedVersions(versions);
  const table = new MessageTable(prices.scale);
  const units = prices.inUnits();
  for (const line = new CellCursor(csv, FIRST_LINE); !line.isAtEnd;) {
    const id = Number(line.cell());
    line.skip(1);
    const timestamp = line.cell();
    const reportId = line.cell();
    const price = prices.indexOf(line.cell());
    line.skip(3);
    table.append(
      { id, text: '', timestamp, reportId: named.keyOf(reportId, line.lastCell()) },
      units[price] ?? Number.NaN,
    );
    if (table.length % LINES === 0) await timeSlice.yieldIfSpent();
  }
  const reports = new Map(versions.map((report) => [report.id, report]));
  return new Bill({ messages: table, reports }, table, named.reports);
};

/** The prices of the texts: the finest of them must be known before the first line goes into a table. */
const pricesOf = async (csv: string, timeSlice: TimeSlice): Promise<RecurringPrices> => {
  const prices = new RecurringPrices();
  let lines = 0;
  for (const line = new CellCursor(csv, FIRST_LINE); !line.isAtEnd; lines += 1) {
    line.skip(4);
    prices.indexOf(line.cell());
    line.skipLine();
    if (lines % LINES === 0) await timeSlice.yieldIfSpent();
  }
  return prices;
};
