import type { WordTable } from './text-measure.js';

/** Slots for a text of usual length: twice the words that any has without repeating one, but for lists of names and the like. */
const FEWEST_SLOTS = 1024;
/** Taken slots that are looked at for each slot of the set: many times what words need that do not share their hashes. */
const PATIENCE = 4;

/**
 * A hash set with open addressing. A slot holds a word's index added to the `base` of its text, and counts as empty below
 * that base: the next text finds the set empty, and nothing was cleared. The base stays exact for 10^10 texts of a megabyte.
 */
let slots = new Float64Array(FEWEST_SLOTS);
let base = 1;

/** Whether no two of the words are the same string. Allocates only for a text of more words than any before it. */
export const areDistinct = (text: string, words: WordTable): boolean => {
  const { count } = words;
  const slotCount = slotCountFor(count);
  if (slotCount > slots.length) slots = new Float64Array(slotCount);
  const first = base;
  base += count;
  const shift = Math.clz32(slotCount - 1);
  let patience = PATIENCE * slotCount;
  for (let word = 0; word < count; word++) {
    const hash = words.hashes[word] as number;
    let slot = slotOf(hash, shift);
    while ((slots[slot] as number) >= first) {
      const taken = (slots[slot] as number) - first;
      if (words.hashes[taken] === hash && isSame(text, words, taken, word)) return false;
      patience -= 1;
      if (patience < 0) return areAllDistinct(text, words);
      slot = (slot + 1) % slotCount;
    }
    slots[slot] = first + word;
  }
  return true;
};

/** A power of two, at least twice the words: half of the slots stay empty. */
const slotCountFor = (words: number): number =>
  2 * words <= FEWEST_SLOTS ? FEWEST_SLOTS : 2 ** (32 - Math.clz32(2 * words - 1));

/** The high bits of a product, on which all bits of the hash have an effect. */
const slotOf = (hash: number, shift: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;
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
