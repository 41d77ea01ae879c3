import { toPlainDecimal } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { IndexedList } from '../indexed-list.js';
import { createVersionList } from '../report-versions.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { ReportVersion } from '../rule/seen-message.js';

/**
 * The first line of the file; the columns never change, a new form gets a new number in the
 * manifest.
 */
export const SEALED_HEADER = 'message_id,nth,timestamp,report_id,text_credits,credits,rate_card,missing_since,report';

/** Rows that are turned into bytes together: strings of many megabytes are slow to make and to hash. */
const PIECE_ROWS = 1000;

/** The lines of a closed period as canonical CSV, with the lists that its last columns count in. */
export interface SealedLines {
  /** One LF after each line. No cell needs quotes: all are numbers, decimals or RFC 3339. */
  readonly csv: Buffer;
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
  const pieces: Buffer[] = [];
  let rows: string[] = [SEALED_HEADER];
  for (const entry of sealedEntries(book)) {
    const { nth, message, rateCard, missingSince } = book.line(entry);
    const { id, timestamp, reportId, report, textCredits } = message;
    const textPrice = toPlainDecimal(textCredits);
    const price = report ? toPlainDecimal(report.creditCost) : textPrice;
    const since = missingSince ? formatEpochMs(missingSince.atMs) : '';
    const card = rateCards.indexOf(rateCard);
    const version = report ? reports.indexOf(report) : '';
    rows.push([id, nth, timestamp, reportId ?? '', textPrice, price, card, since, version].join(','));
    if (rows.length < PIECE_ROWS) continue;
    pieces.push(toPiece(rows));
    rows = [];
  }
  pieces.push(toPiece(rows));
  return { csv: Buffer.concat(pieces), reports: reports.items, rateCards: rateCards.items };
};

/** Each row with a line feed after it; all of it is ASCII. */
const toPiece = (rows: readonly string[]): Buffer =>
  Buffer.from(rows.length === 0 ? '' : `${rows.join('\n')}\n`, 'latin1');

/** Entries of the lines in the order of the file. */
export const sealedEntries = (book: PeriodBook): number[] => {
  const sinceOf = (entry: number): number => book.line(entry).missingSince?.reading ?? 0;
  const gone = [...book.lines.entries()].flatMap(([entry, { missingSince }]) => (missingSince ? [entry] : []));
  return [...book.order, ...gone.toSorted((a, b) => sinceOf(a) - sinceOf(b))];
};
