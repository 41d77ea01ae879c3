import { describe, expect, it } from '@jest/globals';

import { areDistinct } from './distinct-words.js';
import { measureText } from './measure-text.js';

describe('the words of a text', () => {
  it.each<{ text: string; distinct: boolean }>`
    text                         | distinct
    ${'the old lease'}           | ${true}
    ${'the old lease the'}       | ${false}
    ${'lease Lease'}             | ${true}
    ${'leAa leBB'}               | ${true}
    ${'szjwnmr wibxbhzob'}       | ${true}
    ${'sqatlncir\u00A0pknzuwkg'} | ${true}
    ${'caf\u00E9 cafe\u0301'}    | ${true}
    ${'caf\u00E9 caf\u00E9'}     | ${false}
  `('are compared as strings: "$text" $distinct', ({ text, distinct }) => {
    expect(areDistinct(text, measureText(text).words)).toBe(distinct);
  });

  it.each(['leAa leBB', 'szjwnmr wibxbhzob', 'sqatlncir\u00A0pknzuwkg'])('may share a hash: %s', (text) => {
    const { hashes } = measureText(text).words;

    expect(hashes[0]).toBe(hashes[1]);
  });
});
