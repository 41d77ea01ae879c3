import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ExactNumber } from '../../validation/exact-number.js';
import { jsonChunks } from './json-writer.js';

const chunksOf = async (value: unknown): Promise<string[]> => {
  const chunks: string[] = [];
  for await (const chunk of jsonChunks(value)) chunks.push(chunk);
  return chunks;
};

const written = async (value: unknown): Promise<string> => (await chunksOf(value)).join('');

const arriving = async function* (...elements: unknown[]): AsyncGenerator {
  for (const element of elements) yield await Promise.resolve(element);
};

const EXACT = '5.50000000000000004';

describe('jsonChunks', () => {
  it.each<{ what: string; value: unknown; json: string }>`
    what                                    | value                                                | json
    ${'an exact number as its text'}        | ${{ a: new ExactNumber(EXACT) }}                     | ${`{"a":${EXACT}}`}
    ${'one in a list, and alone'}           | ${[new ExactNumber('0')]}                            | ${'[0]'}
    ${'an async iterable as a list'}        | ${{ a: arriving({ b: 1 }, new ExactNumber(EXACT)) }} | ${`{"a":[{"b":1},${EXACT}]}`}
    ${'an empty async iterable'}            | ${[arriving()]}                                      | ${'[[]]'}
    ${'nothing for a member without value'} | ${{ a: undefined, b: 1, c: undefined }}              | ${'{"b":1}'}
    ${'null for an element without value'}  | ${[undefined, arriving(undefined)]}                  | ${'[null,[null]]'}
    ${'keys that need an escape'}           | ${{ '"\n': '\u2028', __proto__x: 1 }}                | ${'{"\\"\\n":"\u2028","__proto__x":1}'}
  `('writes $what', async ({ value, json }) => {
    expect(await written(value)).toBe(json);
  });

  it('writes plain values as JSON.stringify does', async () => {
    const anyValue = fc.anything({ withNullPrototype: true, withSparseArray: true });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.jsonValue(), fc.array(anyValue), fc.dictionary(fc.string(), anyValue)),
        async (value) => {
          expect(await written(value)).toBe(JSON.stringify(value));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('writes chunks of about 16,000 characters at any nesting', async () => {
    const spans = Array.from({ length: 20_000 }, (_, start) => [start, start + 1]);
    const chunks = await chunksOf({ receipts: [{ lines: [{ spans }] }, { lines: spans.map((span) => ({ span })) }] });
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(16_500);
    expect(chunks.length).toBeGreaterThan(30);
  });

  it('rejects with the error of an iterable', async () => {
    const failing = async function* (): AsyncGenerator {
      yield await Promise.resolve(1);
      throw new Error('no more');
    };
    await expect(written({ a: failing() })).rejects.toThrow('no more');
  });
});
