import { distance } from 'fastest-levenshtein';

/** Edits (a letter more, less or another) up to which one name is taken for another of this many letters. */
const editsAllowed = (length: number): number => (length <= 4 ? 1 : length <= 12 ? 2 : 3);

/** Edits from one name to another; two neighbours that have changed places are one. */
const editsBetween = (name: string, other: string): number => (isSwap(name, other) ? 1 : distance(name, other));

const isSwap = (name: string, other: string): boolean => {
  let index = 0;
  while (index < name.length && name[index] === other[index]) index += 1;
  const swapped = `${other.charAt(index + 1)}${other.charAt(index)}${other.slice(index + 2)}`;
  return index + 1 < other.length && name.slice(index) === swapped;
};

/** The known name that is closest to `name` in spelling, whatever its case; undefined where none is close. */
export const findNearest = <Name extends string>(name: string, known: readonly Name[]): Name | undefined => {
  const lowerCased = name.toLowerCase();
  let nearest: Name | undefined;
  let fewest = editsAllowed(name.length) + 1;
  for (const candidate of known) {
    const edits = editsBetween(lowerCased, candidate.toLowerCase());
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest;
};
