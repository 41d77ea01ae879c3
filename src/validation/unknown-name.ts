import { cut } from './cut.js';
import { findNearest } from './find-nearest.js';

/**
 * The reason to refuse a name that is not in `known`: suggests the nearest known name, or lists all
 * if none is near.
 */
export const explainUnknownName = (name: string, known: readonly string[]): string => {
  const nearest = findNearest(cut(name), known);
  if (nearest !== undefined) return `is unknown: did you mean ${nearest}?`;
  return known.length === 0 ? 'is unknown' : `is unknown; allowed: ${known.join(', ')}`;
};
