import type { NamedReport } from '../../billing/bill.js';
import type { Report } from '../../period/message.js';
import { credits } from '../../pricing/index.js';

/**
 * The reports that lines name, each version by itself: a message that is missing may have been
 * priced by an earlier version than one that is there.
 */
export class NamedVersions {
  /** In the order of first mention, as a message table numbers them. */
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
