import { describe, expect, it } from '@jest/globals';
import { findNearest } from './find-nearest.js';

const KNOWN = ['from', 'to', 'time_zone', 'granularity', 'API_KEYS'] as const;

describe('findNearest', () => {
  it.each<{ because: string; name: string; expected: string | undefined }>`
    because                               | name              | expected
    ${'a letter is missing'}              | ${'frm'}          | ${'from'}
    ${'a letter is another one'}          | ${'fron'}         | ${'from'}
    ${'a letter is one too many'}         | ${'time__zone'}   | ${'time_zone'}
    ${'the separator is missing'}         | ${'timezone'}     | ${'time_zone'}
    ${'two letters are exchanged'}        | ${'granulartiy'}  | ${'granularity'}
    ${'neighbours changed places'}        | ${'form'}         | ${'from'}
    ${'they did in two letters'}          | ${'ot'}           | ${'to'}
    ${'other letters did'}                | ${'mofr'}         | ${undefined}
    ${'the case is another one'}          | ${'api_keys'}     | ${'API_KEYS'}
    ${'a long name may differ in three'}  | ${'granulaty'}    | ${'granularity'}
    ${'a short one is another word soon'} | ${'fog'}          | ${undefined}
    ${'no word is close to it'}           | ${'credits_used'} | ${undefined}
    ${'nothing is close to nothing'}      | ${''}             | ${undefined}
  `('finds $expected for "$name": $because', ({ name, expected }) => {
    expect(findNearest(name, KNOWN)).toBe(expected);
  });
});
