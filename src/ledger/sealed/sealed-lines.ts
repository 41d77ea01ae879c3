import { toPlainDecimal } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { IndexedList } from '../indexed-list.js';
import { createVersionList } from '../report-versions.js';
import type { PeriodBook } from '../rule/period-book.js';
import { creditsOf, type ReportVersion } from '../rule/seen-message.js';

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
  const reports = createVersionList();
  const rateCards = new IndexedList<string>(String);
  const rows = sealedEntries(book).map((entry) => {
    const { nth, message, rateCard, missingSince } = book.line(entry);
    const { id, timestamp, reportId, report, textCredits } = message;
    return [
      id,
      nth,
      timestamp,
      reportId ?? '',
      toPlainDecimal(textCredits),
      toPlainDecimal(creditsOf(message)),
      rateCards.indexOf(rateCard),
      missingSince ? formatEpochMs(missingSince.atMs) : '',
      report ? reports.indexOf(report) : '',
    ].join(',');
  });
  return { csv: `${[SEALED_HEADER, ...rows].join('\n')}\n`, reports: reports.items, rateCards: rateCards.items };
};

/** Entries of the lines in the order of the file. */
export const sealedEntries = (book: PeriodBook): number[] => {
  const sinceOf = (entry: number): number => book.line(entry).missingSince?.reading ?? 0;
  const gone = [...book.lines.keys()].filter((entry) => book.line(entry).missingSince !== undefined);
  return [...book.order, ...gone.toSorted((a, b) => sinceOf(a) - sinceOf(b))];
};
