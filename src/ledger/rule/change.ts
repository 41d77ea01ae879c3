import { isEqual } from '../../pricing/index.js';
import type { Absence, Line } from './line.js';
import { isSameContent, isSameReport, type SeenMessage } from './seen-message.js';

/**
 * Why a line was revised. `pricing_changed`: the same text costs something else by the same rate
 * card, because another version of the service prices it.
 */
export type Cause = 'edited' | 'report_changed' | 'rate_card_changed' | 'pricing_changed';

/** One step of a line of `period`; `entry` numbers its lines in order of first sight, from 0. */
export type Change = { readonly period: string; readonly entry: number } & (
  | { readonly op: 'added'; readonly line: Line }
  | { readonly op: 'changed'; readonly line: Line; readonly cause: Cause }
  | { readonly op: 'missing'; readonly since: Absence }
  | { readonly op: 'back' }
  /** The text has its print under another key, or the first one: the message is what it was. */
  | { readonly op: 'printed'; readonly print: string }
);

/** Why the line does not say what the message says; undefined if it does. */
export const causeOfChange = (line: Line, message: SeenMessage, rateCard: string): Cause | undefined => {
  if (line.message === message) return undefined;
  const isSamePrice = isEqual(line.message.textCredits, message.textCredits);
  if (isEdited(line, message, rateCard)) return 'edited';
  if (!isSameReport(line.message.report, message.report)) return 'report_changed';
  if (isSamePrice) return undefined;
  return line.rateCard === rateCard ? 'pricing_changed' : 'rate_card_changed';
};

/**
 * Without prints of the texts, another price says that a text was edited only where the card is the
 * same.
 */
const isEdited = ({ message: before, rateCard: cardBefore }: Line, message: SeenMessage, rateCard: string): boolean => {
  if (before.id !== message.id) return true;
  const arePrinted = before.textPrint !== undefined && message.textPrint !== undefined;
  if (arePrinted || cardBefore === rateCard) return !isSameContent(before, message);
  return !isSameContent(before, { ...message, textCredits: before.textCredits });
};
