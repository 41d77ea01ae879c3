import { compareEpochTimes, type EpochTime } from './epoch-time.js';
import type { Interval } from './interval.js';

/** A value from an instant on, until the next one begins. */
export interface Scheduled<Value> {
  readonly from: EpochTime;
  readonly value: Value;
}

/** A value for every instant: `first` until the first of `later`, which strictly ascend. */
export interface Schedule<Value> {
  readonly first: Value;
  readonly later: readonly Scheduled<Value>[];
}

/** The value in force at an instant, exact to the nanosecond. */
export const valueAt = <Value>({ first, later }: Schedule<Value>, time: EpochTime): Value => {
  const begun = lastBegun(later, time);
  return begun ? begun.value : first;
};

/** Of what begins at instants that ascend, the last that has begun at this one; undefined if nothing has. */
export const lastBegun = <Each extends { readonly from: EpochTime }>(
  ascending: readonly Each[],
  time: EpochTime,
): Each | undefined => ascending.findLast(({ from }) => compareEpochTimes(from, time) <= 0);

/** The schedule with every value transformed, once for each time that it begins. */
export const mapSchedule = <Value, Result>(
  { first, later }: Schedule<Value>,
  transform: (value: Value) => Result,
): Schedule<Result> => ({
  first: transform(first),
  later: later.map(({ from, value }) => ({ from, value: transform(value) })),
});

/** When a value is in force, in order; empty if never. */
export const intervalsOf = <Value>({ first, later }: Schedule<Value>, value: Value): Interval[] =>
  [{ from: undefined, value: first }, ...later]
    .map((each, index) => ({ ...each, to: later[index]?.from }))
    .filter((each) => each.value === value)
    .map(({ from, to }) => ({ from, to }));
