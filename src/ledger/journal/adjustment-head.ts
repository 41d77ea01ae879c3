import { credits, type Credits, toPlainDecimal } from '../../pricing/index.js';
import type { BookedLine, LineReference, PersonalAdjustment } from '../rule/adjustment.js';
import type { AdjustmentEntry } from '../rule/entry.js';

/** An adjustment's entry in JSON: amounts are decimal text. */
export type AdjustmentHead = Omit<AdjustmentEntry, 'adjustment'> & {
  readonly adjustment: Omit<PersonalAdjustment, 'difference' | 'line'> & {
    readonly difference: string;
    readonly line?: OfLine<string>;
  };
};

export const toAdjustmentHead = ({ adjustment, ...entry }: AdjustmentEntry): AdjustmentHead => {
  const { line, difference, ...rest } = adjustment;
  return {
    ...entry,
    adjustment: {
      ...rest,
      difference: toPlainDecimal(difference),
      ...(line && { line: inLine(line, toPlainDecimal) }),
    },
  };
};

/** The inverse of {@link toAdjustmentHead}. */
export const fromAdjustmentHead = ({ adjustment, ...entry }: AdjustmentHead): AdjustmentEntry => {
  const { line, difference, ...rest } = adjustment;
  const read: BookedLine | undefined = line && inLine(line, credits);
  return { ...entry, adjustment: { ...rest, difference: credits(difference), ...(read && { line: read }) } };
};

interface OfLine<Amount> {
  readonly refers: LineReference;
  readonly was: Amount;
  readonly now: Amount;
}

const inLine = <From extends Credits | string, To>(
  { refers, was, now }: OfLine<From>,
  convert: (amount: From) => To,
): OfLine<To> => ({ refers, was: convert(was), now: convert(now) });
