/** The setting that says which rate card bills when cannot be used: names every entry that is wrong, and why. */
export class RateCardScheduleError extends Error {
  override readonly name = 'RateCardScheduleError';

  constructor(problems: readonly string[]) {
    const [first = '', ...others] = problems;
    super(
      others.length === 0
        ? `RATE_CARD: ${first}`
        : `RATE_CARD is refused:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
}
