/**
 * How many messages there are, and what their texts cost together, in units of 10^-scale credits.
 */
export interface MessageTotal {
  messages: number;
  /** A number while it is a safe integer, then a bigint. */
  textUnits: number | bigint;
}

const NO_REPORT = -1;

/**
 * The reports that messages name, in the order of their first mention, with running totals of the
 * messages that name each.
 */
export class ReportTotals {
  readonly reportIds: number[] = [];
  /** One for each of `reportIds`, at the same index. */
  readonly byReport: MessageTotal[] = [];
  /** Of the messages that name no report. */
  readonly withoutReport: MessageTotal = { messages: 0, textUnits: 0 };
  private readonly indexes = new Map<number, number>();

  /** Counts a message; returns the index of its report in `reportIds`, -1 if it names none. */
  add(reportId: number | undefined, textUnits: number): number {
    const index = reportId === undefined ? NO_REPORT : this.indexOf(reportId);
    const total = this.byReport[index] ?? this.withoutReport;
    total.messages += 1;
    total.textUnits = sumOf(total.textUnits, textUnits);
    return index;
  }

  private indexOf(reportId: number): number {
    const known = this.indexes.get(reportId);
    if (known !== undefined) return known;
    const index = this.reportIds.push(reportId) - 1;
    this.indexes.set(reportId, index);
    this.byReport.push({ messages: 0, textUnits: 0 });
    return index;
  }
}

const sumOf = (sum: number | bigint, units: number): number | bigint => {
  const number = typeof sum === 'number' ? sum + units : NaN;
  return Number.isSafeInteger(number) ? number : BigInt(sum) + BigInt(units);
};
