import fc from 'fast-check';

const LEAST_RUNS = 10;
const MOST_MS = 10_000;

/**
 * Asserts a law whose every run sends requests to the service. Where the machine is too busy for all runs it stops after ten
 * seconds, with {@link LEAST_RUNS} behind it whatever they took.
 */
export const assertLaw = async <Given>(
  law: fc.IAsyncProperty<Given>,
  { numRuns, ...parameters }: fc.Parameters<Given> & { readonly numRuns: number },
): Promise<void> => {
  await fc.assert(law, { ...parameters, numRuns: Math.min(numRuns, LEAST_RUNS) });
  await fc.assert(law, { ...parameters, numRuns, interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: false });
};
