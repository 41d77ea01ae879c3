import fc from 'fast-check';

const LEAST_RUNS = 10;
const MOST_MS = 3_000;

/**
 * Asserts a property whose runs send requests to the service. On a busy machine it stops after three seconds, but never before
 * {@link LEAST_RUNS} runs.
 */
export const assertLaw = async <Given>(
  law: fc.IAsyncProperty<Given>,
  { numRuns, ...parameters }: fc.Parameters<Given> & { readonly numRuns: number },
): Promise<void> => {
  await fc.assert(law, { ...parameters, numRuns: Math.min(numRuns, LEAST_RUNS) });
  await fc.assert(law, { ...parameters, numRuns, interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: false });
};
