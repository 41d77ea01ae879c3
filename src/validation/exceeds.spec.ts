import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exceeds } from './exceeds.js';

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const many = (count: number): unknown => Array.from({ length: count }, () => null);

/** The same by recursion, as one would count it. */
const heldBy = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);
const countOf = (value: unknown): number => heldBy(value).reduce<number>((sum, each) => sum + countOf(each), 1);
const depthOf = (value: unknown): number => 1 + Math.max(0, ...heldBy(value).map(depthOf));

describe('what exceeds its bounds', () => {
  it.each<{ value: unknown; count: number; depth: number }>`
    value                                          | count      | depth
    ${null}                                        | ${1}       | ${1}
    ${'a long text'}                               | ${1}       | ${1}
    ${{}}                                          | ${1}       | ${1}
    ${[1, 2, 3]}                                   | ${4}       | ${2}
    ${{ a: 1, b: null }}                           | ${3}       | ${2}
    ${{ messages: [{ text: 'a' }, { text: '' }] }} | ${6}       | ${4}
    ${{ length: 5 }}                               | ${2}       | ${2}
    ${deep(100_000)}                               | ${100_000} | ${100_000}
    ${many(500_000)}                               | ${500_001} | ${2}
  `('is told from $count values on $depth levels', ({ value, count, depth }) => {
    expect(exceeds({ values: count, levels: depth }, value)).toBe(false);
    expect(exceeds({ values: count - 1, levels: depth }, value)).toBe(true);
    expect(exceeds({ values: count, levels: depth - 1 }, value)).toBe(true);
  });

  it('is what counting would find', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(20), fc.nat(5), (value, values, levels) => {
        expect(exceeds({ values, levels }, value)).toBe(countOf(value) > values || depthOf(value) > levels);
      }),
      { seed: 20_240_429 },
    );
  });
});
