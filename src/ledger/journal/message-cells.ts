import type { CellCursor } from '../cell-cursor.js';
import { toPlainDecimal } from '../../pricing/index.js';
import { parseEpochMs, parseSubMsNanos } from '../../time/epoch.js';
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
export const readMessageCells = (line: CellCursor, { report, amount, isKnownPrint }: Referred): SeenMessage => {
  const id = line.wholeNumber();
  const timestamp = line.cell();
  const reportId = line.cell();
  const version = line.cell();
  const textCredits = amount(line.cell());
  const textPrint = line.lastCell();
  return {
    id,
    timestamp,
    epochMs: parseEpochMs(timestamp),
    nanoseconds: parseSubMsNanos(timestamp),
    reportId: reportId === '' ? undefined : Number(reportId),
    report: version === '' ? undefined : report(Number(version)),
    textCredits,
    textPrint: textPrint !== '' && isKnownPrint(textPrint) ? textPrint : undefined,
  };
};
