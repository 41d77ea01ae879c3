import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../../test/support/any-character.js';
import { createKeyedHash } from './keyed-hash.js';

const expected = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex');

describe('createKeyedHash', () => {
  it('hashes as RFC 4231 says', () => {
    expect(createKeyedHash('Jefe')('what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('gives the HMAC of any text under any key', () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 100 });
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1 }), (key, texts) => {
        expect(texts.map(createKeyedHash(key))).toEqual(texts.map((each) => expected(key, each)));
      }),
    );
  });

  it.each([5461, 5462, 100_000])('gives the HMAC of a text of %i characters', (length) => {
    const text = '€'.repeat(length);
    expect(createKeyedHash('key')(text)).toBe(expected('key', text));
  });
});
