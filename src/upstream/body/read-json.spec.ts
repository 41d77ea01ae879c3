import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidJsonError } from './body.errors.js';
import { readJson } from './read-json.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readJson', () => {
  it.each<[string, unknown]>([
    ['{"a":[1,null,true]}', { a: [1, null, true] }],
    ['"a message"', 'a message'],
    [' 79\n', 79],
    ['-0', -0],
    ['1e400', Infinity],
    ['null', null],
    ['\u{FEFF}{"a":1}', { a: 1 }],
    ['{"a":1,"a":2}', { a: 2 }],
    ['"\u{1F3E0} é"', '\u{1F3E0} é'],
    [String.raw`"\ud83d"`, '\uD83D'],
  ])('reads %s', (text, value) => {
    expect(readJson(utf8(text))).toStrictEqual(value);
  });

  it('reads any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readJson(utf8(JSON.stringify(value)))).toStrictEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    '',
    ' ',
    '\u{FEFF}',
    '\u{FEFF}\u{FEFF}1',
    '<html>',
    '{"a":1',
    '{"a":1}}',
    '1 2',
    '{a:1}',
    "'a'",
    'undefined',
    '01',
    '"\n"',
  ])('rejects %j, which is not JSON', (text) => {
    expect(() => readJson(utf8(text))).toThrow(InvalidJsonError);
  });

  it.each([
    { fault: 'a byte that UTF-8 does not have', bytes: [0xff] },
    { fault: 'an overlong sequence', bytes: [0xc0, 0xaf] },
    { fault: 'a surrogate', bytes: [0xed, 0xa0, 0x80] },
    { fault: 'a code point past the last', bytes: [0xf4, 0x90, 0x80, 0x80] },
    { fault: 'a continuation without a start', bytes: [0x80] },
    { fault: 'a start without its continuation', bytes: [0xe2, 0x82] },
  ])('rejects $fault, inside a string and at the end', ({ bytes }) => {
    expect(() => readJson(Uint8Array.from([0x22, ...bytes, 0x22]))).toThrow(InvalidJsonError);
    expect(() => readJson(Uint8Array.from([0x31, ...bytes]))).toThrow(InvalidJsonError);
  });

  it('pollutes no prototype through a key __proto__', () => {
    expect(readJson(utf8('{"__proto__":{"polluted":1}}'))).not.toHaveProperty('polluted');
    expect('polluted' in {}).toBe(false);
  });
});
