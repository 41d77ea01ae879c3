import type { WordTable } from './text-measure.js';

/** More words than any text has without repeating one, but for lists of names and the like. */
const ROOM = 512;
const SLOTS = 2 * ROOM;
/** Taken slots that are looked at for one text: many times what any text needs whose words were not chosen to share a hash. */
const PATIENCE = 8 * ROOM;

/**
 * A hash set with open addressing. A slot holds a word's index added to the `base` of its text, and counts as empty below
 * that base: the next text finds the set empty, and nothing was cleared. The base stays exact for 10^13 texts.
 */
const slots = new Float64Array(SLOTS);
let base = 0;

/** Whether no two of the words are the same string. No allocation for up to {@link ROOM} words. */
export const areDistinct = (text: string, words: WordTable): boolean => {
  base += ROOM;
  const count = Math.min(words.count, ROOM);
  let patience = PATIENCE;
  for (let word = 0; word < count; word++) {
    const hash = words.hashes[word] as number;
    let slot = slotOf(hash);
    while ((slots[slot] as number) >= base) {
      const taken = (slots[slot] as number) - base;
      if (words.hashes[taken] === hash && isSame(text, words, taken, word)) return false;
      patience -= 1;
      if (patience < 0) return areAllDistinct(text, words);
      slot = (slot + 1) % SLOTS;
    }
    slots[slot] = base + word;
  }
  return count === words.count || areAllDistinct(text, words);
};

/** The high bits too: the low ones depend on the low ones of the characters alone. */
const slotOf = (hash: number): number => (hash ^ (hash >>> 16)) & (SLOTS - 1);

const isSame = (text: string, { starts, ends }: WordTable, a: number, b: number): boolean => {
  const startOfA = starts[a] as number;
  const startOfB = starts[b] as number;
  const length = (ends[a] as number) - startOfA;
  if ((ends[b] as number) - startOfB !== length) return false;
  for (let at = 0; at < length; at++) {
    if (text.charCodeAt(startOfA + at) !== text.charCodeAt(startOfB + at)) return false;
  }
  return true;
};

/** By the engine's own set: it stays linear for words that were chosen to share a hash of ours. */
const areAllDistinct = (text: string, { count, starts, ends }: WordTable): boolean => {
  const seen = new Set<string>();
  for (let word = 0; word < count; word++) {
    seen.add(text.slice(starts[word], ends[word]));
    if (seen.size <= word) return false;
  }
  return true;
};
