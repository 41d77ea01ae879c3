import {
  credits,
  type Credits,
  plus,
  times,
  toCredits,
  toPlainDecimal,
  unitsAt,
  ZERO,
} from '../../../pricing/credits.js';

/** The decimals of a step at the finest: a card has no more. */
const DECIMALS_MAX = 4;

/** More steps could not be told apart with a mouse. */
const STEPS_MAX = 200;

/** Numbers that slide: anything longer is edited as text. */
const SLIDABLE = /^-?\d{1,9}(\.\d{1,4})?$/;

/**
 * The positions of a slider, as whole numbers of `step`: no amount passes through a binary
 * fraction.
 */
export interface SliderScale {
  readonly step: Credits;
  readonly min: number;
  readonly max: number;
}

/**
 * The slider of a number that a card has at first: from 0 to twice the number, in at most 200 steps
 * of a power of ten. `isWhole`: whether the parameter takes no decimals. `undefined` for a number
 * that is too long to slide.
 */
export const toSliderScale = (text: string, isWhole: boolean): SliderScale | undefined => {
  if (!SLIDABLE.test(text)) return undefined;
  const value = credits(text);
  const isNegative = value.units < 0n;
  const size = isNegative ? times(value, -1) : value;
  const reach = size.units === 0n ? times(credits('1'), isWhole ? 10 : 1) : plus(size, size);
  let decimals = isWhole ? 0 : DECIMALS_MAX;
  while (stepsIn(reach, toCredits(1, decimals)) > STEPS_MAX) decimals -= 1;
  const step = toCredits(1, decimals);
  const steps = stepsIn(reach, step);
  return { step, min: isNegative ? -steps : 0, max: steps };
};

/** The number at a position, as JSON: `0.05`. */
export const toNumberAt = ({ step }: SliderScale, position: number): string => toPlainDecimal(times(step, position));

/** The position nearest below a number; an end of the slider if the number is beyond it. */
export const toPosition = ({ step, min, max }: SliderScale, text: string): number =>
  SLIDABLE.test(text) ? Math.min(max, Math.max(min, stepsIn(credits(text), step))) : min;

/** How many whole steps an amount has. */
const stepsIn = (amount: Credits, step: Credits): number => {
  const scale = Math.max(amount.scale, step.scale, ZERO.scale);
  return Number(unitsAt(amount, scale) / unitsAt(step, scale));
};
