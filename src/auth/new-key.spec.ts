import { describe, expect, it } from '@jest/globals';
import { parseApiKeys } from './api-key.js';
import { knownKey } from './known-key.js';
import { newKey } from './new-key.js';

describe('a new key', () => {
  it.each<{ scopes: string | undefined; granted: string[] }>`
    scopes                    | granted
    ${undefined}              | ${['usage:read', 'receipts:read']}
    ${'usage:read+text:read'} | ${['usage:read', 'text:read']}
    ${'metrics:read'}         | ${['metrics:read']}
  `('is known by the entry that is printed with it: $scopes', ({ scopes, granted }) => {
    const { key, entry } = newKey('billing-team', scopes);
    const known = knownKey(key, parseApiKeys(entry) ?? []);
    expect({ name: known?.name, scopes: known?.scopes }).toEqual({ name: 'billing-team', scopes: new Set(granted) });
  });

  it('is 256 random bits, marked as a key of this service', () => {
    const keys = new Set(Array.from({ length: 100 }, () => newKey('any').key));
    expect(keys.size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^ccu_[\w-]{43}$/);
  });

  it.each(['', 'billing team', 'a:b', 'a,b', 'x'.repeat(65)])('may not be called "%s"', (name) => {
    expect(() => newKey(name)).toThrow('A name has 1 to 64 letters, digits, dots, dashes or underscores');
  });

  it.each(['', 'usage', 'usage:read,text:read', 'usage:read+'])('may not have the scopes "%s"', (scopes) => {
    expect(() => newKey('any', scopes)).toThrow('Scopes are usage:read, receipts:read, text:read, metrics:read');
  });
});
