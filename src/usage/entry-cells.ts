import type { Bill } from '../billing/bill.js';
import { formatUnits, toPlainDecimal } from '../pricing/index.js';

/** What the entries of one report have in common. */
interface ReportCells {
  readonly name: string;
  readonly nameAsJson: string;
  readonly credits: string;
}

/**
 * The cells of a bill's entries as text. Those of a report are written once, however many messages
 * name it.
 */
export class EntryCells {
  private readonly reports: (ReportCells | undefined)[] = [];

  constructor(private readonly bill: Bill) {}

  id(row: number): number {
    return this.bill.messages.id(row);
  }

  timestamp(row: number): string {
    return this.bill.messages.timestamp(row);
  }

  /** The name of the report that priced the message; undefined if its text did. */
  reportName(row: number): string | undefined {
    return this.report(row)?.name;
  }

  /** {@link reportName} as a JSON string, quotes included. */
  reportNameAsJson(row: number): string | undefined {
    return this.report(row)?.nameAsJson;
  }

  /** What the message cost: the exact decimal, which is also a JSON number. */
  credits(row: number): string {
    return this.report(row)?.credits ?? formatUnits(this.bill.textUnits(row), this.bill.scale);
  }

  private report(row: number): ReportCells | undefined {
    const index = this.bill.reportIndex(row);
    return index < 0 ? undefined : (this.reports[index] ??= this.cellsOf(index));
  }

  private cellsOf(index: number): ReportCells | undefined {
    const { report, cost } = this.bill.namedReports[index] ?? {};
    return (
      report && cost && { name: report.name, nameAsJson: JSON.stringify(report.name), credits: toPlainDecimal(cost) }
    );
  }
}
