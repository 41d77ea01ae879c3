import { type Credits, plus, sum, ZERO } from './credits.js';
import { type MessageText, readText } from './message-text.js';
import type { Charge, PricingRule, Span } from './pricing-rule.js';
import type { RateCard } from './rate-card.js';
import { finish, type Steps, stepsOf } from './steps.js';

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

/** `withSpans`: with the places in the text that each rule charged. */
export interface PricingOptions {
  readonly withSpans?: boolean;
}

/** Prices a message by its text. Rules that do not act leave no line; `withSpans` adds the places that the others charged. */
export const priceText = (card: RateCard, text: string, options: PricingOptions = {}): Price =>
  finish(priceTextInSteps(card, text, options));

/** {@link priceText} with pauses, a few thousand characters apart: a text of a megabyte takes a few tenths of a second. */
export function* priceTextInSteps(card: RateCard, text: string, { withSpans = false }: PricingOptions): Steps<Price> {
  const message = yield* readText(text);
  const lines: PriceLine[] = [];
  let total = ZERO;
  for (const rule of card.rules) {
    const charged = yield* stepsOf(rule.charge(message, total));
    if (!charged) continue;
    const places = withSpans ? yield* placesOf(rule, message) : {};
    lines.push({ rule: rule.code, label: rule.label, ...charged, ...places });
    total = plus(total, charged.credits);
  }
  return { lines, total };
}

/** What a rule's line says of places: its own, and those of each part. */
function* placesOf({ spans, placedParts }: PricingRule, message: MessageText): Steps<Partial<PriceLine>> {
  return {
    ...(spans && { spans: yield* stepsOf(spans(message)) }),
    ...(placedParts && { parts: yield* stepsOf(placedParts(message)) }),
  };
}

/** Prices a message that generated a report: the report's own cost, whatever the text. */
export const priceReport = (cost: Credits): Price => {
  const lines = [{ rule: 'report_cost', label: 'Report', credits: cost }];
  return { lines, total: sum(lines.map((line) => line.credits)) };
};
