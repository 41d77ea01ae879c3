import { describe, expect, it } from '@jest/globals';
import { parseApiKeys } from './api-key.js';

const HASH = '3f'.repeat(32);
const OTHER = '9c'.repeat(32);
const digest = Buffer.from(HASH, 'hex');
const other = Buffer.from(OTHER, 'hex');
const BILL = new Set(['usage:read', 'receipts:read']);

describe('API_KEYS', () => {
  it.each<{ behaviour: string; list: string; keys: unknown[] }>`
    behaviour                                          | list                                   | keys
    ${'may be none'}                                   | ${''}                                  | ${[]}
    ${'read the bill and its receipts without scopes'} | ${`billing-team:${HASH}`}              | ${[{ name: 'billing-team', digest, scopes: BILL }]}
    ${'have the scopes that are named, and no others'} | ${`scraper:${HASH}:metrics:read`}      | ${[{ name: 'scraper', digest, scopes: new Set(['metrics:read']) }]}
    ${'have several scopes with + between them'}       | ${`a:${HASH}:text:read+receipts:read`} | ${[{ name: 'a', digest, scopes: new Set(['text:read', 'receipts:read']) }]}
    ${'may have one name twice, to replace a key'}     | ${`a:${HASH},a:${OTHER}:usage:read`}   | ${[{ name: 'a', digest, scopes: BILL }, { name: 'a', digest: other, scopes: new Set(['usage:read']) }]}
    ${'may have hashes in capitals'}                   | ${`a:${HASH.toUpperCase()}`}           | ${[{ name: 'a', digest, scopes: BILL }]}
    ${'may have spaces and lines between them'}        | ${` a:${HASH} ,\n  b:${OTHER}\n`}      | ${[{ name: 'a', digest, scopes: BILL }, { name: 'b', digest: other, scopes: BILL }]}
  `('$behaviour', ({ list, keys }) => {
    expect(parseApiKeys(list)).toEqual(keys);
  });

  it.each<{ behaviour: string; list: string }>`
    behaviour                             | list
    ${'lack their hash'}                  | ${'billing-team'}
    ${'lack their name'}                  | ${HASH}
    ${'have an empty name'}               | ${`:${HASH}`}
    ${'have a name with a space'}         | ${`billing team:${HASH}`}
    ${'have a name of 65 characters'}     | ${`${'x'.repeat(65)}:${HASH}`}
    ${'have a key for their hash'}        | ${'a:ccu_8mVxbCPl3o2jW9eNn0u1Zt5yq7sRkD4hTfGvAa6BcXs'}
    ${'have a hash that is too short'}    | ${`a:${HASH.slice(1)}`}
    ${'have a hash that is too long'}     | ${`a:${HASH}0`}
    ${'have empty scopes'}                | ${`a:${HASH}:`}
    ${'have a scope that is none'}        | ${`a:${HASH}:usage:write`}
    ${'have a scope that is a prototype'} | ${`a:${HASH}:constructor`}
    ${'end in a +'}                       | ${`a:${HASH}:usage:read+`}
    ${'end in a comma'}                   | ${`a:${HASH},`}
    ${'have one hash twice'}              | ${`a:${HASH},b:${HASH.toUpperCase()}`}
    ${'have one good entry among bad'}    | ${`a:${HASH},b`}
  `('may not $behaviour', ({ list }) => {
    expect(parseApiKeys(list)).toBeUndefined();
  });
});
