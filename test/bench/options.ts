import { parseArgs } from 'node:util';

export interface Options {
  /** The numbers of the scenarios to run; none: all of them. */
  readonly only: readonly number[];
  /** Fewer rounds: enough to see that all of it works, too few to compare by. */
  readonly quick: boolean;
  /** The most messages that a period has: less than a million where the machine or the patience is small. */
  readonly largest: number;
}

/** Reads `--only 1,2 --quick --largest 100000`. Throws an Error that names what it cannot read. */
export const optionsOf = (args: string[]): Options => {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      largest: { type: 'string', default: '1000000' },
    },
  });
  return {
    only: values.only === undefined ? [] : values.only.split(',').map((number) => countOf('only', number)),
    quick: values.quick,
    largest: countOf('largest', values.largest),
  };
};

const countOf = (option: string, text: string): number => {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${option}: not a whole number above 0: "${text}"`);
  return count;
};
