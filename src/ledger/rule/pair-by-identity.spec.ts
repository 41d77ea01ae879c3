import { describe, expect, it } from '@jest/globals';
import { readingOf } from '../../../test/support/ledger-history.js';
import { IdentityIndex } from './identity-index.js';
import { pairByIdentity } from './pair-by-identity.js';

describe('the pairing by identity', () => {
  it.each([
    ['an id that starts again is another message', '1@0', '1@720', [-1]],
    ['an edited text is the same message', '1@0~a', '1@0~b', [0]],
    ['each copy has one partner', '1@0 1@0', '1@0 1@0 1@0', [0, 1, -1]],
    ['equal content goes before order', '1@0~a 1@0~b', '1@0~b 1@0~c', [1, 0]],
    ['copies that both differ pair in order', '1@0~a 1@0~b', '1@0~c 1@0~d', [0, 1]],
  ])('%s', (_, known, seen, expected) => {
    const index = new IdentityIndex(readingOf(known).messages);
    expect([...pairByIdentity(readingOf(seen).messages, index)]).toEqual(expected);
  });
});
