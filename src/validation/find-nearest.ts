import { distance } from 'fastest-levenshtein';

/** Edits (a letter more, less or another) up to which one name is taken for another of this many letters. */
const editsAllowed = (length: number): number => (length <= 4 ? 1 : length <= 12 ? 2 : 3);

/** The known name that is closest to `name` in spelling, whatever its case; undefined where none is close. */
export const findNearest = <Name extends string>(name: string, known: readonly Name[]): Name | undefined => {
  const lowerCased = name.toLowerCase();
  let nearest: Name | undefined;
  let fewest = editsAllowed(name.length) + 1;
  for (const candidate of known) {
    const edits = distance(lowerCased, candidate.toLowerCase());
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
};
