import { BUNDLED_RATE_CARDS } from '../pricing/index.js';
import { listProblems } from '../rate-cards/folder/list-problems.js';
import { readCardFile } from '../rate-cards/folder/read-card-file.js';
import { type IdentifiedRateCard, identifyRateCard } from '../rate-cards/identified-rate-card.js';

/** Something that the program is asked to do cannot be done. The message is for the operator. */
export class RateCardError extends Error {
  override readonly name = 'RateCardError';
}

/**
 * Reads the rate card of a file, as a service does with the files of its folder. Throws a
 * {@link RateCardError} that names the file and all that is wrong with it.
 */
export const readRateCard = (file: string): IdentifiedRateCard => {
  const card = identify(file);
  const { id } = card.document;
  if (BUNDLED_RATE_CARDS.some((bundled) => bundled.id === id))
    throw new RateCardError(`${file}: id is ${id}, which is a bundled rate card`);
  return card;
};

const identify = (file: string): IdentifiedRateCard => {
  try {
    return identifyRateCard(readCardFile(file));
  } catch (error) {
    const problems = listProblems(error).map((problem) => `${file}${problem}`);
    throw new RateCardError(problems.join('\n'), { cause: error });
  }
};

/** The card as sentences, with what identifies it. */
export const describeCard = ({ document, card, sha256, vectors }: IdentifiedRateCard): string =>
  [
    `${document.id}: ${document.title}`,
    ...card.rules.map(({ code, description }, index) => `  ${index + 1}. ${description} (${code})`),
    vectors.length > 0 ? `examples priced as they say: ${vectors.length}` : 'without examples',
    `SHA-256 ${sha256}`,
    '',
  ].join('\n');
