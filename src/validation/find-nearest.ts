import { distance } from 'fastest-levenshtein';

/**
 * The number of edits (a letter added, removed or replaced) up to which a name of this length
 * counts as a misspelling.
 */
const maxEdits = (length: number): number => (length <= 4 ? 1 : length <= 12 ? 2 : 3);

/**
 * The number of edits from one name to another. Swapping two neighbouring letters counts as one.
 */
const countEdits = (name: string, other: string): number => (isSwap(name, other) ? 1 : distance(name, other));

const isSwap = (name: string, other: string): boolean => {
  let index = 0;
  while (index < name.length && name[index] === other[index]) index += 1;
  const swapped = `${other.charAt(index + 1)}${other.charAt(index)}${other.slice(index + 2)}`;
  return index + 1 < other.length && name.slice(index) === swapped;
};

/**
 * The known name that is closest to `name` in spelling, ignoring case; undefined if none is close.
 */
export const findNearest = <Name extends string>(name: string, known: readonly Name[]): Name | undefined => {
  const lowerCased = name.toLowerCase();
  let nearest: Name | undefined;
  let fewest = maxEdits(name.length) + 1;
  for (const candidate of known) {
    const edits = countEdits(lowerCased, candidate.toLowerCase());
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
};
