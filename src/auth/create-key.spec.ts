import { describe, expect, it } from '@jest/globals';
import { parseApiKeys } from './api-key.js';
import { findKey } from './find-key.js';
import { createKey } from './create-key.js';

describe('createKey', () => {
  it.each<{ scopes: string | undefined; granted: string[] }>`
    scopes                    | granted
    ${undefined}              | ${['usage:read', 'receipts:read']}
    ${'usage:read+text:read'} | ${['usage:read', 'text:read']}
    ${'metrics:read'}         | ${['metrics:read']}
  `('returns the entry of its key: $scopes', ({ scopes, granted }) => {
    const { key, entry } = createKey('billing-team', scopes);
    const known = findKey(key, parseApiKeys(entry) ?? []);
    expect({ name: known?.name, scopes: known?.scopes }).toEqual({ name: 'billing-team', scopes: new Set(granted) });
  });

  it('makes 256 random bits with the prefix of this service', () => {
    const keys = new Set(Array.from({ length: 100 }, () => createKey('any').key));
    expect(keys.size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^ccu_[\w-]{43}$/);
  });

  it.each(['', 'billing team', 'a:b', 'a,b', 'x'.repeat(65)])('refuses the name "%s"', (name) => {
    expect(() => createKey(name)).toThrow('A name has 1 to 64 letters, digits, dots, dashes or underscores');
  });

  it.each(['', 'usage', 'usage:read,text:read', 'usage:read+'])('refuses the scopes "%s"', (scopes) => {
    expect(() => createKey('any', scopes)).toThrow(
      'Scopes are usage:read, receipts:read, text:read, metrics:read, ledger:write',
    );
  });
});
