import fc from 'fast-check';

const RUNS_AT_ONCE = 10;
const MOST_MS = 3_000;

/**
 * Asserts a property whose runs send requests to the service: {@link RUNS_AT_ONCE} runs and then as many again, until it has
 * made `numRuns` or three seconds have passed. fast-check's own time limit would leave a run half done, which goes on sending
 * requests while the next test runs.
 */
export const assertLaw = async <Given>(
  law: fc.IAsyncProperty<Given>,
  { numRuns, seed = 20_260_329, examples = [] }: fc.Parameters<Given> & { readonly numRuns: number },
): Promise<void> => {
  const end = performance.now() + MOST_MS;
  await fc.assert(law, { seed, examples, numRuns: Math.min(numRuns, RUNS_AT_ONCE) });
  for (let made = RUNS_AT_ONCE; made < numRuns && performance.now() < end; made += RUNS_AT_ONCE)
    await fc.assert(law, { seed: seed + made, numRuns: Math.min(numRuns - made, RUNS_AT_ONCE) });
};
