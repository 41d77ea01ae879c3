import { describe, expect, it } from '@jest/globals';

import { areDistinct } from './distinct-words.js';
import { measureText } from './measure-text.js';

describe('the words of a text', () => {
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
  `('are compared as strings: "$text" $distinct', ({ text, distinct }) => {
    expect(areDistinct(text, measureText(text).words)).toBe(distinct);
  });

  it('may share a hash', () => {
    const { hashes } = measureText('lease leave').words;

    expect(hashes[0]).toBe(hashes[1]);
  });

  it.each<{ text: string; distinct: boolean }>`
    text                         | distinct
    ${'rent\u00A0is\u00A0due'}   | ${true}
    ${'rent\u00A0due\u00A0rent'} | ${false}
  `('are told apart where all of them share one: "$text" $distinct', ({ text, distinct }) => {
    const { words } = measureText(text);

    expect(areDistinct(text, { ...words, hashes: new Int32Array(words.count) })).toBe(distinct);
  });

  describe('of which five hundred were chosen to share a hash', () => {
    const LETTERS = 'bcdefghijk';
    const words = Array.from({ length: 500 }, (_, place) => {
      const letters = String(place + 100).replaceAll(/\d/g, (digit) => LETTERS.charAt(Number(digit)));
      return `a${letters}a${letters}a`;
    });

    it('are told apart', () => {
      const text = words.join(' ');
      const measured = measureText(text).words;
      expect(new Set(measured.hashes.slice(0, measured.count)).size).toBe(1);
      expect(areDistinct(text, measured)).toBe(true);
    });

    it('are not distinct where one is there twice', () => {
      const text = [...words, words[499]].join(' ');
      expect(areDistinct(text, measureText(text).words)).toBe(false);
    });
  });
});
