import { cut } from './cut.js';
import { findNearest } from './find-nearest.js';

/** What is said of a name that is none of `known`: the one that is nearest, or all of them where none is near. */
export const unknownName = (name: string, known: readonly string[]): string => {
  const nearest = findNearest(cut(name), known);
  if (nearest !== undefined) return `is not known here: did you mean ${nearest}?`;
  return known.length === 0 ? 'is not known here' : `is not known here; known are ${known.join(', ')}`;
};
