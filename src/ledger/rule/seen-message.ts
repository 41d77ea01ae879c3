import { type Credits, isEqual } from '../../pricing/index.js';
import type { EpochTime } from '../../time/epoch-time.js';

/** A report as it was when a reading looked it up. */
export interface ReportVersion {
  readonly id: number;
  readonly name: string;
  readonly creditCost: Credits;
}

/**
 * A message as one reading of upstream has it, with its price in that reading. Its instant is that
 * of `timestamp`.
 */
export interface SeenMessage extends EpochTime {
  readonly id: number;
  /** RFC 3339, character for character as upstream wrote it. */
  readonly timestamp: string;
  readonly reportId?: number | undefined;
  /** The report that prices the message; undefined if it names none, or one that does not exist. */
  readonly report?: ReportVersion | undefined;
  /** Price of the text, even where a report prices the message: a report may disappear. */
  readonly textCredits: Credits;
  /**
   * Differs for two texts that differ; undefined where nothing that remembers the text was kept.
   */
  readonly textPrint?: string | undefined;
}

export const creditsOf = ({ report, textCredits }: SeenMessage): Credits => report?.creditCost ?? textCredits;

/**
 * Whether upstream sent the same: report id, letters of the timestamp, text. Without a print, a
 * text is judged by its price.
 */
export const isSameContent = (a: SeenMessage, b: SeenMessage): boolean =>
  a === b || (a.reportId === b.reportId && a.timestamp === b.timestamp && isSameText(a, b));

/** Whether two versions of a report say the same, or neither exists. */
export const isSameReport = (a: ReportVersion | undefined, b: ReportVersion | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.name === b.name && isEqual(a.creditCost, b.creditCost) && a.id === b.id);

const isSameText = (a: SeenMessage, b: SeenMessage): boolean =>
  a.textPrint === undefined || b.textPrint === undefined
    ? isEqual(a.textCredits, b.textCredits)
    : a.textPrint === b.textPrint;
