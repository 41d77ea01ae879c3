import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type IdentifiedRateCard, identifyRateCard } from '../identified-rate-card.js';
import { listProblems } from './list-problems.js';
import { readCardFile } from './read-card-file.js';
import { RateCardsFolderError } from './rate-cards-folder.error.js';
import { readingProblem } from './reading-problem.js';

/**
 * The rate cards of a folder: every `*.json` in it, by name, but for names that begin with a dot.
 * `bundled` are the ids that no file may have. Throws a {@link RateCardsFolderError} that names all
 * bad files at once: a service never starts with some of its price lists.
 */
export const readRateCardsFolder = (folder: string, bundled: ReadonlySet<string>): IdentifiedRateCard[] => {
  const cards: IdentifiedRateCard[] = [];
  const fileById = new Map<string, string>();
  const problems: string[] = [];
  for (const name of listFiles(folder)) {
    try {
      const card = identifyRateCard(readCardFile(join(folder, name)));
      const { id } = card.document;
      const other = fileById.get(id);
      if (bundled.has(id)) problems.push(`${name}: id is ${id}, which is a bundled rate card`);
      else if (other !== undefined) problems.push(`${name}: id is ${id}, which is the id of ${other} too`);
      else cards.push(card);
      fileById.set(id, other ?? name);
    } catch (error) {
      problems.push(...listProblems(error).map((problem) => `${name}${problem}`));
    }
  }
  if (problems.length > 0) throw new RateCardsFolderError(problems);
  return cards;
};

const listFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .toSorted();
  } catch (error) {
    throw new RateCardsFolderError([`the folder ${folder} ${readingProblem(error)}`]);
  }
};
