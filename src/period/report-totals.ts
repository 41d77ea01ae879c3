/**
 * How many messages there are, and what their texts cost together, in units of 10^-scale credits.
 */
export interface MessageTotal {
  messages: number;
  /** A number while it is a safe integer, then a bigint. */
  textUnits: number | bigint;
}

/** The index of messages that name no report. */
export const NO_REPORT = -1;

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
    addMessage(total, textUnits);
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

/** Adds a message whose text costs `textUnits` to the total, exactly. */
export const addMessage = (total: MessageTotal, textUnits: number): void => {
  const { textUnits: before } = total;
  const sum = typeof before === 'number' ? before + textUnits : NaN;
  total.messages += 1;
  total.textUnits = Number.isSafeInteger(sum) ? sum : BigInt(before) + BigInt(textUnits);
};
