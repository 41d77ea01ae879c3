import { type Credits, plus, sum, ZERO } from './credits.js';
import { readText } from './message-text.js';
import type { Charge, Span } from './pricing-rule.js';
import type { RateCard } from './rate-card.js';

/** One step of a price: the charge of one rule. */
export interface PriceLine extends Charge {
  readonly rule: string;
  readonly label: string;
  /** Only where they were asked for. */
  readonly spans?: readonly Span[];
}

/** What a message costs: its lines in the order in which they were charged, and their sum. */
export interface Price {
  readonly lines: readonly PriceLine[];
  readonly total: Credits;
}

/** Prices a message by its text. Rules that do not act leave no line; `withSpans` adds the places that the others charged. */
export const priceText = (card: RateCard, text: string, { withSpans = false } = {}): Price => {
  const message = readText(text);
  const lines: PriceLine[] = [];
  let total = ZERO;
  for (const { code, label, charge, spans } of card.rules) {
    const charged = charge(message, total);
    if (!charged) continue;
    lines.push({ rule: code, label, ...charged, ...(withSpans && spans && { spans: spans(message) }) });
    total = plus(total, charged.credits);
  }
  return { lines, total };
};

/** Prices a message that generated a report: the report's own cost, whatever the text. */
export const priceReport = (cost: Credits): Price => {
  const lines = [{ rule: 'report_cost', label: 'Report', credits: cost }];
  return { lines, total: sum(lines.map((line) => line.credits)) };
};
