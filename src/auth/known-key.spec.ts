import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ApiKey } from './api-key.js';
import { knownKey } from './known-key.js';

const entryOf = (key: string): ApiKey => ({
  name: 'any',
  digest: createHash('sha256').update(key).digest(),
  scopes: new Set(),
});

const text = fc.string({ unit: 'binary', maxLength: 80 });

describe('a key', () => {
  it('is known by its hash, wherever its entry is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), fc.nat(), (keys, place) => {
        const entries = keys.map(entryOf);
        const chosen = place % keys.length;
        expect(knownKey(keys[chosen] ?? '', entries)).toBe(entries[chosen]);
      }),
    );
  });

  it('is not known where no entry has its hash', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), ([key = '', ...others]) => {
        expect(knownKey(key, others.map(entryOf))).toBeUndefined();
      }),
    );
  });

  it('is not its hash', () => {
    expect(knownKey(createHash('sha256').update('key').digest('hex'), [entryOf('key')])).toBeUndefined();
  });
});
