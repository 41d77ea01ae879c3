import type { Credits } from './credits.js';
import type { TextMeasure } from './fast/text-measure.js';
import type { MessageText } from './message-text.js';
import type { Work } from './steps.js';

/**
 * What one rule adds to the price of a message, and how: `quantity` × `rate` for a rule that counts
 * something.
 */
export interface Charge {
  readonly credits: Credits;
  readonly quantity?: number;
  readonly unit?: string;
  readonly rate?: Credits;
  readonly parts?: readonly ChargePart[];
}

/** A part of a charge at one rate, such as the words of one length band. */
export interface ChargePart {
  readonly label: string;
  readonly quantity: number;
  readonly rate: Credits;
  readonly credits: Credits;
  /** The spans of the text that this part charges; present only if the caller asked for spans. */
  readonly spans?: readonly Span[];
}

/** A stretch of a text, `[start, end)` in code points. */
export type Span = readonly [start: number, end: number];

/**
 * One rule of a price list. A function that loops over the text returns steps, so that its caller
 * can pause it.
 */
export interface PricingRule {
  /** Stable, machine-readable name: the `rule` of every line that the rule makes. */
  readonly code: string;
  /** What a person reads beside the amount. */
  readonly label: string;
  /** What the rule does, as a sentence of the price list. */
  readonly description: string;
  /**
   * The charge on `message`, given the `subtotal` of the rules before; undefined if the rule does
   * not act.
   */
  readonly charge: (message: MessageText, subtotal: Credits) => Work<Charge | undefined>;
  /** The spans that the rule charges; absent on rules that look at the message as a whole. */
  readonly findSpans?: (message: MessageText) => Work<readonly Span[]>;
  /** The parts of the charge, each with its spans; absent on rules that charge without parts. */
  readonly findParts?: (message: MessageText) => Work<readonly ChargePart[]>;
  /** A faster `charge` for the total alone: see fast/text-pricer.ts. */
  readonly fast?: FastCharge;
}

/** The charge of a rule in whole numbers. */
interface FastCharge {
  /** Decimal places of the finest amount of the rule. */
  readonly scale: number;
  /** Makes the charge in units of 10^-`scale` credits; `scale` must not be below the rule's own. */
  readonly createCharge: (scale: number) => UnitCharge;
  /**
   * What the rule's line states beside its amount: see fast/line-pricer.ts. Absent where a line may
   * be of 0 credits although the total so far is not 0.
   */
  readonly describe?: (measure: Readonly<TextMeasure>) => Omit<Charge, 'credits'>;
}

/**
 * The units that a rule adds to `unitsSoFar`, 0 if it does not act. A result that is not a safe
 * integer means that the charge is too large for a number, and the caller must compute it in full.
 */
export type UnitCharge = (text: string, measure: Readonly<TextMeasure>, unitsSoFar: number) => number;
