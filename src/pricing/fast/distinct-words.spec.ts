import { describe, expect, it } from '@jest/globals';

import { areDistinct } from './distinct-words.js';
import { measureText } from './measure-text.js';

describe('areDistinct', () => {
  it.each<{ text: string; distinct: boolean }>`
    text                         | distinct
    ${'the old lease'}           | ${true}
    ${'the old lease the'}       | ${false}
    ${'lease Lease'}             | ${true}
    ${'lease leave'}             | ${true}
    ${'lease leave lease'}       | ${false}
    ${'sqatlncir\u00A0pknzuwkg'} | ${true}
    ${'caf\u00E9 cafe\u0301'}    | ${true}
    ${'caf\u00E9 caf\u00E9'}     | ${false}
  `('compares words as strings: "$text" $distinct', ({ text, distinct }) => {
    expect(areDistinct(text, measureText(text).words)).toBe(distinct);
  });

  it('meets different words with the same hash', () => {
    const { hashes } = measureText('lease leave').words;

    expect(hashes[0]).toBe(hashes[1]);
  });

  it.each<{ text: string; distinct: boolean }>`
    text                         | distinct
    ${'rent\u00A0is\u00A0due'}   | ${true}
    ${'rent\u00A0due\u00A0rent'} | ${false}
  `('tells words apart even if all share a hash: "$text" $distinct', ({ text, distinct }) => {
    const { words } = measureText(text);

    expect(areDistinct(text, { ...words, hashes: new Int32Array(words.count) })).toBe(distinct);
  });

  describe('given five hundred words crafted to share a hash', () => {
    const LETTERS = 'bcdefghijk';
    const words = Array.from({ length: 500 }, (_, index) => {
      const letters = String(index + 100).replaceAll(/\d/g, (digit) => LETTERS.charAt(Number(digit)));
      return `a${letters}a${letters}a`;
    });

    it('tells them apart', () => {
      const text = words.join(' ');
      const measured = measureText(text).words;
      expect(new Set(measured.hashes.slice(0, measured.count)).size).toBe(1);
      expect(areDistinct(text, measured)).toBe(true);
    });

    it('finds the one that occurs twice', () => {
      const text = [...words, words[499]].join(' ');
      expect(areDistinct(text, measureText(text).words)).toBe(false);
    });
  });
});
