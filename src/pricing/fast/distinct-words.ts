/*
 * Speed trick: finds a repeated word without making a string of any.
 * Replaces: the `Set` of words in rules/unique-word-bonus.ts.
 * Gain: bench row 5; 5 us against 58 us for 110 texts.
 * Drop it: with text-pricer.ts, whose measure has no strings to put into a `Set`.
 * Held by text-pricer.properties.spec.ts and distinct-words.spec.ts.
 */
import type { WordTable } from './text-measure.js';

/**
 * At least twice the words of a usual text; only lists of names and the like have more without
 * repeating one.
 */
const MIN_SLOTS = 1024;

/**
 * Probes of taken slots allowed per slot of the set. Words that were not crafted to share a hash
 * need far fewer.
 */
const PROBES_PER_SLOT = 4;

/**
 * A hash set with open addressing. A slot holds the index of a word plus `base` at the time, and is
 * empty if it holds less than the current base. Raising the base empties the set without clearing
 * it. The base stays a safe integer for 10^10 texts of a megabyte.
 */
let slots = new Float64Array(MIN_SLOTS);
let base = 1;

/**
 * Whether no two words of the text are equal. Allocates only for a text of more words than any
 * before it.
 */
export const areDistinct = (text: string, words: WordTable): boolean => {
  const { count } = words;
  const slotCount = countSlots(count);
  if (slotCount > slots.length) slots = new Float64Array(slotCount);
  const first = base;
  base += count;
  const shift = Math.clz32(slotCount - 1);
  let probesLeft = PROBES_PER_SLOT * slotCount;
  for (let word = 0; word < count; word++) {
    const hash = words.hashes[word] as number;
    let slot = toSlot(hash, shift);
    while ((slots[slot] as number) >= first) {
      const other = (slots[slot] as number) - first;
      if (words.hashes[other] === hash && areEqual(text, words, other, word)) return false;
      probesLeft -= 1;
      if (probesLeft < 0) return areDistinctStrings(text, words);
      slot = (slot + 1) % slotCount;
    }
    slots[slot] = first + word;
  }
  return true;
};

/** The smallest power of two that leaves at least half of the slots empty. */
const countSlots = (words: number): number =>
  2 * words <= MIN_SLOTS ? MIN_SLOTS : 2 ** (32 - Math.clz32(2 * words - 1));

/** The high bits of a product, on which every bit of the hash has an effect (Fibonacci hashing). */
const toSlot = (hash: number, shift: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;

const areEqual = (text: string, { starts, ends }: WordTable, a: number, b: number): boolean => {
  const startOfA = starts[a] as number;
  const startOfB = starts[b] as number;
  const length = (ends[a] as number) - startOfA;
  if ((ends[b] as number) - startOfB !== length) return false;
  for (let index = 0; index < length; index++) {
    if (text.charCodeAt(startOfA + index) !== text.charCodeAt(startOfB + index)) return false;
  }
  return true;
};

/** The clear version, which stays linear for words that were crafted to share a hash. */
const areDistinctStrings = (text: string, { count, starts, ends }: WordTable): boolean => {
  const seen = new Set<string>();
  for (let word = 0; word < count; word++) {
    seen.add(text.slice(starts[word], ends[word]));
    if (seen.size <= word) return false;
  }
  return true;
};
