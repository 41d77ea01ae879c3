import { toPlainDecimal } from '../../pricing/index.js';
import { parseEpochTime } from '../../time/rfc3339.js';
import type { SeenMessage } from '../rule/seen-message.js';
import type { EntryLists, Referred } from './entry-lists.js';

/**
 * A message as cells of a line: `1000,2024-04-29T02:08:29.375Z,5392,0,4.05,`. The cells are id,
 * timestamp, report id, index of the report version, price of the text and print of the text. None
 * needs quotes: a timestamp is RFC 3339, and a print has no comma.
 */
export const toMessageCells = (message: SeenMessage, { reports }: Pick<EntryLists, 'reports'>): string => {
  const { id, timestamp, reportId = '', report, textCredits, textPrint = '' } = message;
  return `${id},${timestamp},${reportId},${report ? reports.indexOf(report) : ''},${toPlainDecimal(textCredits)},${textPrint}`;
};

/** Reads the message whose cells end a line. */
export const readMessageCells = (cells: readonly string[], { report, amount }: Referred): SeenMessage => {
  const [id, timestamp = '', reportId, version, textCredits = '', textPrint] = cells.slice(-6);
  const { epochMs, nanoseconds } = parseEpochTime(timestamp);
  return {
    id: Number(id),
    timestamp,
    epochMs,
    nanoseconds,
    reportId: reportId ? Number(reportId) : undefined,
    report: version ? report(version) : undefined,
    textCredits: amount(textCredits),
    textPrint: textPrint === '' ? undefined : textPrint,
  };
};
