import { Bill } from '../../billing/bill.js';
import type { Message, Report } from '../../period/message.js';
import { MessageTable } from '../../period/message-table.js';
import { TimeSlice } from '../../time/time-slice.js';
import { SEALED_HEADER } from '../sealed/sealed-lines.js';
import { NamedVersions } from './named-versions.js';
import { RecurringPrices } from './recurring-prices.js';

/** Bytes that are no list of lines, or that have a text price too long for the table's columns. */
export class UnreadableLinesError extends Error {
  override readonly name = 'UnreadableLinesError';
}

/** How many lines to read before checking whether to yield to other work. */
const LINES = 256;

/** What a line says, as far as a bill needs it. */
interface ReadLine {
  readonly message: Message;
  /** Index of its text's price. */
  readonly price: number;
}

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
  const prices = new RecurringPrices();
  const named = new NamedVersions(versions);
  const lines: ReadLine[] = [];
  let start = SEALED_HEADER.length + 1;
  while (start < csv.length) {
    const end = csv.indexOf('\n', start);
    lines.push(readLine(csv.slice(start, end), prices, named));
    start = end + 1;
    if (lines.length % LINES === 0) await timeSlice.yieldIfSpent();
  }
  const table = new MessageTable(prices.scale);
  const units = prices.inUnits();
  for (const { message, price } of lines) {
    table.append(message, units[price] ?? Number.NaN);
    if (table.length % LINES === 0) await timeSlice.yieldIfSpent();
  }
  const reports = new Map(versions.map((report) => [report.id, report]));
  return new Bill({ messages: table, reports }, table, named.reports);
};

const readLine = (line: string, prices: RecurringPrices, named: NamedVersions): ReadLine => {
  const [id, , timestamp = '', reportId = '', textCredits = '', , , , version = ''] = line.split(',');
  const message = { id: Number(id), text: '', timestamp, reportId: named.keyOf(reportId, version) };
  return { message, price: prices.indexOf(textCredits) };
};
