import { cut } from '../validation/cut.js';
import { findNearest } from '../validation/find-nearest.js';

/** The reason to refuse a name that is not in `known`: the nearest known name, if any, and all of them. */
export const explainUnknown = (name: string, known: readonly string[]): string => {
  const nearest = findNearest(cut(name), known);
  const allowed = `allowed: ${known.join(', ')}`;
  return nearest === undefined ? `is unknown; ${allowed}` : `is unknown: did you mean ${nearest}? ${allowed}`;
};
