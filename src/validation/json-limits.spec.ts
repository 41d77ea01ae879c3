import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exceedsLimits } from './json-limits.js';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const many = (count: number): string => JSON.stringify(Array.from({ length: count }, () => null));

/**
 * The reference: the members or elements of a value, and from these its count and depth by
 * recursion.
 */
const childrenOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];
const countOf = (value: unknown): number => childrenOf(value).reduce<number>((sum, each) => sum + countOf(each), 1);
const depthOf = (value: unknown): number => 1 + Math.max(0, ...childrenOf(value).map(depthOf));

describe('exceedsLimits', () => {
  it.each<{ json: string; count: number; depth: number }>`
    json                                         | count      | depth
    ${'null'}                                    | ${1}       | ${1}
    ${'"a long text"'}                           | ${1}       | ${1}
    ${'{}'}                                      | ${1}       | ${1}
    ${'[1, 2, 3]'}                               | ${4}       | ${2}
    ${'{"a":1,"b":null}'}                        | ${3}       | ${2}
    ${'{"messages":[{"text":"a"},{"text":""}]}'} | ${6}       | ${4}
    ${'[{ }, [ ]]'}                              | ${3}       | ${2}
    ${'{"a":"[[,\\\\\\","}'}                     | ${2}       | ${2}
    ${'{ "length" : 5 }'}                        | ${2}       | ${2}
    ${deep(100_000)}                             | ${100_000} | ${100_000}
    ${many(500_000)}                             | ${500_001} | ${2}
  `('finds $count values on $depth levels', ({ json, count, depth }) => {
    expect(exceedsLimits({ values: count, levels: depth }, json)).toBe(false);
    expect(exceedsLimits({ values: count - 1, levels: depth }, json)).toBe(true);
    expect(exceedsLimits({ values: count, levels: depth - 1 }, json)).toBe(true);
  });

  it('agrees with counting the parsed value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' '), fc.nat(20), fc.nat(5), (value, space, values, levels) => {
        expect(exceedsLimits({ values, levels }, JSON.stringify(value, null, space))).toBe(
          countOf(value) > values || depthOf(value) > levels,
        );
      }),
      { seed: 20_240_429 },
    );
  });

  it.each(['', '"', '"\\', '[', '[[[', ']', '[,', '{"a'])('ends on text that is not JSON: %s', (json) => {
    expect(exceedsLimits({ values: 100, levels: 100 }, json)).toBe(false);
  });
});
