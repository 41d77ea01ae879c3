export interface VerifiedLine {
  readonly rule: string;
  readonly quantity?: number;
  readonly hundredths: number;
}

/**
 * The price of a text on the standard rate card, written once more from the specification alone, to be checked by eye. All
 * amounts are integer hundredths of a credit. It shares no code with src/pricing: where the two differ, one is wrong.
 */
export const verify = (text: string): { hundredths: number; lines: VerifiedLine[] } => {
  const characters = Array.from(text);
  const words = text.match(/(?:\p{L}\p{M}*|['\u2018\u2019-])+/gu) ?? [];
  const lengths = words.map((word) => Array.from(word).length);
  const wordCost = lengths.reduce((sum, length) => sum + (length <= 3 ? 10 : length <= 7 ? 20 : 30), 0);
  const vowels = characters.filter((character, index) => (index + 1) % 3 === 0 && /[aeiouAEIOU]/.test(character));

  let total = 0;
  const lines: VerifiedLine[] = [];
  const charge = (rule: string, hundredths: number, quantity?: number): void => {
    if (hundredths === 0) return;
    lines.push({ rule, ...(quantity !== undefined && { quantity }), hundredths });
    total += hundredths;
  };

  charge('base_cost', 100);
  charge('character_count', 5 * characters.length, characters.length);
  charge('word_length', wordCost, words.length);
  charge('third_vowels', 30 * vowels.length, vowels.length);
  charge('length_penalty', characters.length > 100 ? 500 : 0);
  charge('unique_word_bonus', words.length > 0 && new Set(words).size === words.length ? -200 : 0);
  charge('minimum_cost', Math.max(100 - total, 0));
  charge('palindrome', isPalindrome(text) ? total : 0);
  return { hundredths: total, lines };
};

const isPalindrome = (text: string): boolean => {
  const stripped = text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
  return stripped.length > 0 && stripped.join('') === stripped.toReversed().join('');
};
