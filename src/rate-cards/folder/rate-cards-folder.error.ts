/** A folder of rate cards cannot be used: names every bad file with its path and reason. */
export class RateCardsFolderError extends Error {
  override readonly name = 'RateCardsFolderError';

  constructor(readonly problems: readonly string[]) {
    super(`RATE_CARDS_DIR is refused:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}
