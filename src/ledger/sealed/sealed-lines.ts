import { toPlainDecimal } from '../../pricing/index.js';
import type { Line } from '../rule/line.js';
import type { PeriodBook } from '../rule/period-book.js';
import { creditsOf, isSameReport, type ReportVersion } from '../rule/seen-message.js';

/**
 * The first line of the file; the columns never change, a new form gets a new number in the
 * manifest.
 */
export const SEALED_HEADER = 'message_id,nth,timestamp,report_id,text_credits,credits,rate_card,missing_since,report';

/** The lines of a closed period as canonical CSV, with the lists that its last columns count in. */
export interface SealedLines {
  /** One LF after each line. No cell needs quotes: all are numbers, decimals or RFC 3339. */
  readonly csv: string;
  /**
   * A line names a version, not an id: what went missing may have been priced by an earlier one.
   */
  readonly reports: readonly ReportVersion[];
  /** SHA-256 of each card that priced a line. */
  readonly rateCards: readonly string[];
}

/** Writes the lines in upstream's last order, and after them the missing ones by when they went. */
export const toSealedLines = (book: PeriodBook): SealedLines => {
  const reports: ReportVersion[] = [];
  const rateCards: string[] = [];
  const rows = sealedOrder(book).map(({ nth, message, rateCard, missingSince }) => {
    const { id, timestamp, reportId, report, textCredits } = message;
    return [
      id,
      nth,
      timestamp,
      reportId ?? '',
      toPlainDecimal(textCredits),
      toPlainDecimal(creditsOf(message)),
      indexIn(rateCards, rateCard, Object.is),
      missingSince ? new Date(missingSince.atMs).toISOString() : '',
      report ? indexIn(reports, report, isSameReport) : '',
    ].join(',');
  });
  return { csv: `${[SEALED_HEADER, ...rows].join('\n')}\n`, reports, rateCards };
};

const sealedOrder = (book: PeriodBook): Line[] => {
  const gone = book.lines.filter(({ missingSince }) => missingSince !== undefined);
  const sinceOf = ({ missingSince }: Line): number => missingSince?.reading ?? 0;
  return [...book.order.map((entry) => book.line(entry)), ...gone.toSorted((a, b) => sinceOf(a) - sinceOf(b))];
};

/** The index of an item, which is put at the end of the list if it is not there. */
const indexIn = <T>(items: T[], item: T, isSame: (a: T, b: T) => boolean): number => {
  const index = items.findIndex((other) => isSame(other, item));
  return index >= 0 ? index : items.push(item) - 1;
};
