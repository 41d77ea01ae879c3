import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseExactJson } from './exact-json.js';
import { ExactNumber } from './exact-number.js';
import { parseExactNumber } from './parse-number.js';

/** Puts a number before any JSON that only the exact reader handles. */
const withNumber = (json: string): string => `{"number":1.5,"json":${json}}`;

const asText = (text: string): string => `text ${text}`;

describe('parseExactJson', () => {
  it.each<{ text: string; read: unknown }>`
    text                                                   | read
    ${'{"a":1.50}'}                                        | ${{ a: 'text 1.50' }}
    ${'{ "a" \n:\t-2E+5 }'}                                | ${{ a: 'text -2E+5' }}
    ${'{"a":1234567890123456}'}                            | ${{ a: 'text 1234567890123456' }}
    ${'{"a":123456789012345}'}                             | ${{ a: 123456789012345 }}
    ${'{"a":[{"b":0.5,"c":true},null,"1.5"]}'}             | ${{ a: [{ b: 'text 0.5', c: true }, null, '1.5'] }}
    ${'{"a":1e5,"a":"b","b":1,"a":2.5}'}                   | ${{ a: 'text 2.5', b: 1 }}
    ${'{"a":0.5,"b":"\\\\\\"}],:\\u0041","c":"\\\\\\\\"}'} | ${{ a: 'text 0.5', b: '\\"}],:A', c: '\\\\' }}
    ${'{"a":0.5 , "b" : [ 7 , [ ] , { } ] }'}              | ${{ a: 'text 0.5', b: [7, [], {}] }}
  `('reads $text', ({ text, read }) => {
    expect(parseExactJson(text, asText)).toEqual(read);
  });

  it('passes on the numbers that a double may change, each with its key', () => {
    const keys: unknown[] = [];
    parseExactJson('{"a":0.5,"b":{"c":[1.5,{"d":1e2}],"e":1234567890123456},"f":4}', (_text, key) => keys.push(key));
    expect(keys).toEqual(['a', 'd', 'e']);
  });

  it('reads any JSON as JSON.parse does', () => {
    const anyJson = fc.json({ noUnicodeString: false, stringUnit: 'binary', maxDepth: 5 } as never);
    fc.assert(
      fc.property(anyJson, fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(withNumber(json)), null, space);
        expect(parseExactJson(text, Number)).toStrictEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', '{"a":1.5', '{"a":1.5}}', '{"a":1.5,}', '{"a":01.5}', '{"a":1.}', '{"a":1.5,"b":\'\'}', '{"a":.5}'])(
    'refuses %s, which is not JSON',
    (text) => {
      expect(() => parseExactJson(text, Number)).toThrow(SyntaxError);
    },
  );

  it.each(['[', '{"a":'])('reads a value that is nested a hundred thousand levels deep in %s', (open) => {
    const depth = 100_000;
    const text = withNumber(`${open.repeat(depth)}0${(open === '[' ? ']' : '}').repeat(depth)}`);
    expect(parseExactJson(text, Number)).toHaveProperty('number', 1.5);
  });

  it('keeps __proto__ as a key and pollutes no prototype', () => {
    const value = parseExactJson('{"a":1.5,"__proto__":{"polluted":1}}', Number);
    expect(Object.keys(value as object)).toEqual(['a', '__proto__']);
    expect(value).not.toHaveProperty('polluted');
    expect('polluted' in {}).toBe(false);
  });
});

describe('exactNumber', () => {
  it.each<{ text: string; number: number | ExactNumber }>`
    text                         | number
    ${'1.50'}                    | ${1.5}
    ${'-0'}                      | ${-0}
    ${'0.1'}                     | ${0.1}
    ${'0.30000000000000004'}     | ${0.30000000000000004}
    ${'9007199254740992'}        | ${9007199254740992}
    ${'5e-324'}                  | ${5e-324}
    ${'9007199254740993'}        | ${new ExactNumber('9007199254740993')}
    ${'-79.00000000000000001'}   | ${new ExactNumber('-79.00000000000000001')}
    ${'0.1000000000000000055e0'} | ${new ExactNumber('0.1000000000000000055')}
    ${'1e-350'}                  | ${new ExactNumber(`0.${'0'.repeat(349)}1`)}
    ${'1e400'}                   | ${NaN}
  `('parses $text as $number', ({ text, number }) => {
    expect(parseExactNumber(text)).toStrictEqual(number);
  });
});
