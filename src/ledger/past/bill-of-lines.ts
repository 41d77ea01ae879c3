import { Bill, type NamedReport } from '../../billing/bill.js';
import type { Report } from '../../period/message.js';
import { MessageTable } from '../../period/message-table.js';
import { credits, type Credits, toUnits, ZERO } from '../../pricing/index.js';
import { TimeSlice } from '../../time/time-slice.js';
import { SEALED_HEADER } from '../sealed/sealed-lines.js';

/** Bytes that are no list of lines, or that have a text price too long for the table's columns. */
export class UnreadableLinesError extends Error {
  override readonly name = 'UnreadableLinesError';
}

/** Lines that are read before other work may go on. */
const LINES = 256;

/**
 * The bill of a period from its lines as canonical CSV, and from the report versions that they name
 * by index. Texts are not in there. Throws an UnreadableLinesError.
 */
export const billOfLines = async (csv: string, versions: readonly Report[]): Promise<Bill> => {
  const [header, ...lines] = csv.trimEnd().split('\n');
  if (header !== SEALED_HEADER) throw new UnreadableLinesError('another header than that of lines');
  try {
    return await billOf(lines, versions);
  } catch (error) {
    throw new UnreadableLinesError('a line that cannot be read', { cause: error });
  }
};

const billOf = async (lines: readonly string[], versions: readonly Report[]): Promise<Bill> => {
  const timeSlice = new TimeSlice();
  const prices = new Prices();
  const named = new NamedVersions(versions);
  const table = new MessageTable(await scaleOf(lines, prices, timeSlice));
  for (const [index, line] of lines.entries()) {
    if (index % LINES === 0) await timeSlice.yieldIfSpent();
    const [id, , timestamp = '', reportId = '', textCredits = '', , , , version = ''] = line.split(',');
    const key = named.keyOf(reportId, version);
    const message = { id: Number(id), text: '', timestamp, ...(key !== undefined && { reportId: key }) };
    table.append(message, toUnits(prices.of(textCredits), table.scale));
  }
  const reports = new Map(versions.map((report) => [report.id, report]));
  return new Bill({ messages: table, reports }, table, named.reports);
};

/** Decimal places of the finest text price. */
const scaleOf = async (lines: readonly string[], prices: Prices, timeSlice: TimeSlice): Promise<number> => {
  let scale = ZERO.scale;
  for (const [index, line] of lines.entries()) {
    if (index % LINES === 0) await timeSlice.yieldIfSpent();
    scale = Math.max(scale, prices.of(line.split(',')[4] ?? '').scale);
  }
  return scale;
};

/** Amounts by their decimals: the same few recur in a period. */
class Prices {
  private readonly known = new Map<string, Credits>();

  of(decimal: string): Credits {
    const amount = this.known.get(decimal) ?? credits(decimal);
    this.known.set(decimal, amount);
    return amount;
  }
}

/**
 * The reports that lines name, each version by itself: a message that is missing may have been
 * priced by an earlier version than one that is there.
 */
class NamedVersions {
  /** In the order of first mention, as the table numbers them. */
  readonly reports: NamedReport[] = [];
  private readonly keys = new Map<string, number>();

  constructor(private readonly versions: readonly Report[]) {}

  /** What stands for the report in the table's columns: undefined if the line names none. */
  keyOf(reportId: string, version: string): number | undefined {
    if (reportId === '') return undefined;
    const name = `${reportId},${version}`;
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const report = version === '' ? undefined : this.versions[Number(version)];
    const key = this.reports.push({ id: Number(reportId), report, cost: report && credits(report.creditCost) }) - 1;
    this.keys.set(name, key);
    return key;
  }
}
