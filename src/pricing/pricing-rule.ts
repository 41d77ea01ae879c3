import type { Credits } from './credits.js';
import type { MessageText } from './message-text.js';
import type { Work } from './steps.js';
import type { TextMeasure } from './fast/text-measure.js';

/** What one rule adds to a message, and how that came about: `quantity` × `rate`, where the rule counts. */
export interface Charge {
  readonly credits: Credits;
  readonly quantity?: number;
  readonly unit?: string;
  readonly rate?: Credits;
  readonly parts?: readonly ChargePart[];
}

/** A share of a charge that has a rate of its own, such as one length band of the words. */
export interface ChargePart {
  readonly label: string;
  readonly quantity: number;
  readonly rate: Credits;
  readonly credits: Credits;
  /** Only where they were asked for. */
  readonly spans?: readonly Span[];
}

/** A place in the text, `[start, end)` in code points. */
export type Span = readonly [start: number, end: number];

/** One line of a price list. What it does in a loop over the text it does in steps. */
export interface PricingRule {
  /** Stable and machine-readable: the `rule` of every line it makes. */
  readonly code: string;
  /** What a person reads beside the amount. */
  readonly label: string;
  /** What the rule does, as a sentence of the price list. */
  readonly description: string;
  /** The rule's charge on `message` after the rules before it made `subtotal`; nothing where the rule does not act. */
  readonly charge: (message: MessageText, subtotal: Credits) => Work<Charge | undefined>;
  /** The places that the rule charges, for rules that look at places; the others look at the whole. */
  readonly spans?: (message: MessageText) => Work<readonly Span[]>;
  /** The parts of the charge, each with its share of those places, for rules that charge in parts. */
  readonly placedParts?: (message: MessageText) => Work<readonly ChargePart[]>;
  /** `charge` once more, for the total alone: see text-pricer.ts. */
  readonly fast?: FastCharge;
}

/** A rule's charge in whole numbers. */
interface FastCharge {
  /** The decimal places of its finest amount. */
  readonly scale: number;
  /** Makes the charge in units of 10^-`scale` credits; the scale is not below its own. */
  readonly at: (scale: number) => UnitCharge;
}

/** The units that a rule adds, 0 where it does not act. Anything but a safe integer says that numbers cannot hold them. */
export type UnitCharge = (text: string, measure: Readonly<TextMeasure>, unitsSoFar: number) => number;
