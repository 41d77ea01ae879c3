type Measured<C extends Record<string, () => Promise<unknown>>> = { [K in keyof C]: Awaited<ReturnType<C[K]>>[] };

/**
 * Measures the contenders one after the other, A B C A B C …, so that whatever the machine does meanwhile does it to all of
 * them. The results of each, in the order of the rounds.
 */
export const inTurn = async <C extends Record<string, () => Promise<unknown>>>(
  rounds: number,
  contenders: C,
): Promise<Measured<C>> => {
  const measured = Object.fromEntries(Object.keys(contenders).map((name) => [name, new Array<unknown>()]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(contenders)) measured[name]?.push(await measure());
  }
  return measured as Measured<C>;
};
