import { type Credits, plus, times, toCredits } from '../../pricing/index.js';
import { parseEpochTime } from '../../time/rfc3339.js';
import { toVersion } from '../report-versions.js';
import type { AddedLines, LineInstant } from '../rule/added-lines.js';
import type { Line } from '../rule/line.js';
import { AddedLineScan, TIMESTAMP_LENGTH } from './added-line-scan.js';
import type { DocumentText } from './document-text.js';
import { readLines } from './entry-lines.js';
import { type IsKnownPrint, type ListedItems, toReferred } from './entry-lists.js';

/** Where the lines of a document are. */
type Lines = Pick<DocumentText, 'bytes' | 'start' | 'end'>;

/**
 * The lines of a document, if all of them add lines of one period that are present. Undefined if
 * they do anything else, or if it takes more than a scan to say what they come to.
 */
export const findAddedLines = (
  lines: Lines,
  lists: ListedItems,
  isKnownPrint: IsKnownPrint | undefined,
): AddedLines | undefined => {
  const scan = new AddedLineScan(lines.bytes, lines.start, lines.end);
  if (lists.periods.length !== 1 || !scan.isDone()) return undefined;
  if (scan.cards.length > lists.rateCards.length || scan.reports.length > lists.reports.length) return undefined;
  return new UnreadLines(lines, lists, scan, isKnownPrint);
};

class UnreadLines implements AddedLines {
  readonly period: string;
  readonly entry: number;
  readonly count: number;
  readonly credits: Credits;
  readonly rateCards: readonly string[];
  private readonly earliestAt: number;
  private readonly latestAt: number;

  constructor(
    private readonly lines: Lines,
    private readonly lists: ListedItems,
    scan: AddedLineScan,
    private readonly isKnownPrint: IsKnownPrint | undefined,
  ) {
    this.period = lists.periods[0] ?? '';
    this.entry = scan.entry;
    this.count = scan.count;
    this.credits = creditsOf(scan, lists);
    this.rateCards = lists.rateCards.filter((_, index) => scan.cards[index]);
    this.earliestAt = scan.earliestAt;
    this.latestAt = scan.latestAt;
  }

  get earliest(): LineInstant {
    return this.instantAt(this.earliestAt);
  }

  get latest(): LineInstant {
    return this.instantAt(this.latestAt);
  }

  read(): Line[] {
    const { changes } = readLines(this.lines, toReferred(this.lists, this.isKnownPrint));
    return changes.flatMap((change) => ('line' in change ? [change.line] : []));
  }

  private instantAt(at: number): LineInstant {
    const timestamp = this.lines.bytes.toString('latin1', at, at + TIMESTAMP_LENGTH);
    return { timestamp, ...parseEpochTime(timestamp) };
  }
}

const creditsOf = ({ textUnits, scale, reports: counts }: AddedLineScan, { reports }: ListedItems): Credits => {
  let sum = toCredits(textUnits, scale);
  for (const [index, count] of counts.entries()) {
    const report = reports[index];
    if (report && count) sum = plus(sum, times(toVersion(report).creditCost, count));
  }
  return sum;
};
