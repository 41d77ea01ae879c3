import { type Credits, plus, sum, ZERO } from './credits.js';
import { type MessageText, readText } from './message-text.js';
import type { Charge, PricingRule, Span } from './pricing-rule.js';
import type { RateCard } from './rate-card.js';
import { finish, type Steps, toSteps } from './steps.js';

/** One line of a price: the charge of one rule. */
export interface PriceLine extends Charge {
  readonly rule: string;
  readonly label: string;
  /**
   * What the rule charged, if {@link PricingOptions.withSpans} and if the rule charges parts of the
   * text.
   */
  readonly spans?: readonly Span[];
}

/** The price of a message: its lines, in the order in which they were charged, and their sum. */
export interface Price {
  readonly lines: readonly PriceLine[];
  readonly total: Credits;
}

export interface PricingOptions {
  /** Adds to each line, and to each part of it, the spans of the text that were charged. */
  readonly withSpans?: boolean;
}

/** Prices a message by its text. A rule that does not act makes no line. */
export const priceText = (card: RateCard, text: string, options: PricingOptions = {}): Price =>
  finish(priceTextInSteps(card, text, options));

/**
 * {@link priceText} with a pause every few thousand characters: a text of a megabyte takes a few
 * tenths of a second.
 */
export function* priceTextInSteps(card: RateCard, text: string, { withSpans = false }: PricingOptions): Steps<Price> {
  const message = yield* readText(text);
  const lines: PriceLine[] = [];
  let total = ZERO;
  for (const rule of card.rules) {
    const charged = yield* toSteps(rule.charge(message, total));
    if (!charged) continue;
    const spans = withSpans ? yield* findSpans(rule, message) : {};
    lines.push({ rule: rule.code, label: rule.label, ...charged, ...spans });
    total = plus(total, charged.credits);
  }
  return { lines, total };
}

/** The fields of a rule's line that hold spans: its own, and its parts with theirs. */
function* findSpans(rule: PricingRule, message: MessageText): Steps<Partial<PriceLine>> {
  return {
    ...(rule.findSpans && { spans: yield* toSteps(rule.findSpans(message)) }),
    ...(rule.findParts && { parts: yield* toSteps(rule.findParts(message)) }),
  };
}

/** Prices a message that generated a report: it costs what the report costs, whatever its text. */
export const priceReport = (cost: Credits): Price => {
  const lines = [{ rule: 'report_cost', label: 'Report', credits: cost }];
  return { lines, total: sum(lines.map((line) => line.credits)) };
};
