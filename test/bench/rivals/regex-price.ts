/** The price of a text as it is written first: regular expressions, binary fractions, and `toFixed` to hide them. */
export const regexPrice = (text: string): number => {
  let total = 1 + text.length * 0.05;
  const words = text.match(/[a-z'-]+/gi) ?? [];
  for (const word of words) {
    if (word.length <= 3) total += 0.1;
    else if (word.length <= 7) total += 0.2;
    else total += 0.3;
  }
  const thirds = [...text].filter((_, index) => index % 3 === 2);
  total += thirds.filter((character) => /[aeiou]/i.test(character)).length * 0.3;
  if (text.length > 100) total += 5;
  if (words.length > 0 && new Set(words).size === words.length) total -= 2;
  total = Math.max(total, 1);
  const stripped = text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (stripped !== '' && stripped === stripped.split('').toReversed().join('')) total *= 2;
  return Number(total.toFixed(2));
};
