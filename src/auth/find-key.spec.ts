import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../../test/support/any-character.js';
import type { ApiKey } from './api-key.js';
import { findKey } from './find-key.js';

const entryOf = (key: string): ApiKey => ({
  name: 'any',
  digest: createHash('sha256').update(key).digest(),
  scopes: new Set(),
});

const text = fc.string({ unit: anyCharacter, maxLength: 80 });

describe('findKey', () => {
  it('finds a key by its hash at any index', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), fc.nat(), (keys, index) => {
        const entries = keys.map(entryOf);
        const chosen = index % keys.length;
        expect(findKey(keys[chosen] ?? '', entries)).toBe(entries[chosen]);
      }),
    );
  });

  it('finds nothing if no entry has the hash of the key', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), ([key = '', ...others]) => {
        expect(findKey(key, others.map(entryOf))).toBeUndefined();
      }),
    );
  });

  it('does not take the hash for the key', () => {
    expect(findKey(createHash('sha256').update('key').digest('hex'), [entryOf('key')])).toBeUndefined();
  });
});
