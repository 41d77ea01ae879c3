/** A law of the ledger that a step of a history broke. */
export class BrokenLawError extends Error {
  constructor(
    readonly law: string,
    detail: string,
  ) {
    super(`${law}: ${detail}`);
  }
}

/** Throws a BrokenLawError that names the law, such as `I4`, if it does not hold. */
export const check = (law: string, holds: boolean, detail: () => string): void => {
  if (!holds) throw new BrokenLawError(law, detail());
};
