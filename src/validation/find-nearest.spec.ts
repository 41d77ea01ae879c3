import { describe, expect, it } from '@jest/globals';
import { findNearest } from './find-nearest.js';

const KNOWN = ['from', 'to', 'time_zone', 'granularity', 'API_KEYS'] as const;

describe('findNearest', () => {
  it.each<{ because: string; name: string; expected: string | undefined }>`
    because                              | name              | expected
    ${'a letter is missing'}             | ${'frm'}          | ${'from'}
    ${'a letter is wrong'}               | ${'fron'}         | ${'from'}
    ${'there is an extra letter'}        | ${'time__zone'}   | ${'time_zone'}
    ${'the separator is missing'}        | ${'timezone'}     | ${'time_zone'}
    ${'two letters are swapped'}         | ${'granulartiy'}  | ${'granularity'}
    ${'neighbours are swapped'}          | ${'form'}         | ${'from'}
    ${'two of two letters are swapped'}  | ${'ot'}           | ${'to'}
    ${'letters apart are swapped'}       | ${'mofr'}         | ${undefined}
    ${'the case differs'}                | ${'api_keys'}     | ${'API_KEYS'}
    ${'a long name may differ in three'} | ${'granulaty'}    | ${'granularity'}
    ${'a short name may differ in one'}  | ${'fog'}          | ${undefined}
    ${'no word is close to it'}          | ${'credits_used'} | ${undefined}
    ${'an empty name is close to none'}  | ${''}             | ${undefined}
  `('finds $expected for "$name": $because', ({ name, expected }) => {
    expect(findNearest(name, KNOWN)).toBe(expected);
  });
});
