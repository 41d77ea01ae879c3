import type { Credits } from '../credits.js';
import { ParameterError } from '../parameter.error.js';
import { amountOf, lengthOf, parseAmount, type ParameterSchema } from '../rule-kind.js';

/** Lengths of up to `maxLength` code points, or of any number if it is absent, at one rate. */
export interface LengthBand {
  readonly maxLength?: number;
  readonly rate: Credits;
}

/** A band with its first and last length, in code points; the last one of the last band is infinite. */
export interface LengthRange {
  readonly name: string;
  readonly shortest: number;
  readonly longest: number;
  readonly rate: Credits;
}

/**
 * The ranges of bands, so that every length has exactly one. Throws a ParameterError unless the
 * bands ascend and only the last one is open, and a RangeError if there are none.
 */
export const toLengthRanges = (code: string, bands: readonly LengthBand[]): LengthRange[] => {
  if (bands.length === 0) throw new RangeError(`${code} needs at least one band`);
  return bands.map(({ maxLength: longest = Infinity, rate }, index) => {
    const shortest = (bands[index - 1]?.maxLength ?? 0) + 1;
    const isLast = index === bands.length - 1;
    if (shortest > longest || isLast !== (longest === Infinity)) {
      throw new ParameterError(
        `bands[${index}].up_to_characters`,
        `the bands of ${code} must ascend, and only the last one must be open`,
      );
    }
    const upTo = shortest === longest ? String(shortest) : `${shortest}-${longest}`;
    return { shortest, longest, rate, name: isLast ? `${shortest} or more` : upTo };
  });
};

/** A band as a rate card has it; `Rate` is the name of its amount. */
export type CardBand<Rate extends string> = { readonly up_to_characters?: number } & Readonly<Record<Rate, number>>;

/** The bands of a rate card, with their amounts parsed from the field `rate`. */
export const parseBands = <Rate extends string>(bands: readonly CardBand<Rate>[], rate: Rate): LengthBand[] =>
  bands.map((band) => ({
    ...(band.up_to_characters !== undefined && { maxLength: band.up_to_characters }),
    rate: parseAmount(band[rate]),
  }));

/** The schema of ascending bands whose amount is the field `rate`; the texts describe each field. */
export const bandsOf = (
  rate: string,
  { bands, upTo, amount }: Readonly<Record<'bands' | 'upTo' | 'amount', string>>,
): ParameterSchema => ({
  description: bands,
  type: 'array',
  minItems: 1,
  maxItems: 20,
  items: {
    description: 'A band of lengths that have the same rate',
    type: 'object',
    properties: { up_to_characters: lengthOf(upTo), [rate]: amountOf(amount) },
    required: [rate],
    additionalProperties: false,
  },
});
