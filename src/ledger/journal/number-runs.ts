/** A run of whole numbers that follow each other, up or down: its first and its last number. */
export type NumberRun = readonly [first: number, last: number];

/** Shortens a list of whole numbers: `[0, 1, 2, 7, 6]` is the runs `[0, 2]` and `[7, 6]`. */
export const toRuns = (numbers: readonly number[]): NumberRun[] => {
  const runs: [number, number][] = [];
  let step = 0;
  for (const number of numbers) {
    const run = runs.at(-1);
    const difference = run ? number - run[1] : 0;
    if (run && Math.abs(difference) === 1 && (step === 0 || step === difference)) {
      run[1] = number;
      step = difference;
    } else {
      runs.push([number, number]);
      step = 0;
    }
  }
  return runs;
};

/** The numbers that the runs stand for. */
export const fromRuns = (runs: readonly NumberRun[]): number[] =>
  runs.flatMap(([first, last]) => {
    const step = last < first ? -1 : 1;
    return Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => first + index * step);
  });
