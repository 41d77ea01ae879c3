import { describe, expect, it } from '@jest/globals';
import { readingOf } from '../../../test/support/ledger-history.js';
import { IdentityIndex } from './identity-index.js';
import type { SeenMessage } from './seen-message.js';

const one = (token: string): SeenMessage => new IdentityIndex(readingOf(token).messages).at(0);

describe('the index of identities', () => {
  const index = new IdentityIndex(readingOf('7@1 8@2 7@3 7@1').messages);
  /** The first entry with this identity that is not one of `taken`. */
  const find = (message: SeenMessage, ...taken: number[]): number | undefined =>
    index.find(message, (entry) => !taken.includes(entry));

  it('finds id and instant together', () => {
    expect(['7@1', '7@3', '8@2', '8@1', '9@1'].map((token) => find(one(token)))).toEqual([
      0,
      2,
      1,
      undefined,
      undefined,
    ]);
  });

  it('finds the next copy where one does not fit', () => {
    expect([find(one('7@1'), 0), find(one('7@1'), 0, 3), find(one('8@2'), 1)]).toEqual([3, undefined, undefined]);
  });

  it('tells instants apart that differ by a nanosecond', () => {
    expect(find({ ...one('7@1'), nanoseconds: 1 })).toBeUndefined();
  });

  it('follows an edited id', () => {
    const edited = new IdentityIndex(readingOf('7@1 8@2 7@3').messages);
    edited.replace(0, one('8@1'));
    expect([7, 8].map((id) => edited.withId(id))).toEqual([[2], [0, 1]]);
  });

  it('has no message beyond its end', () => expect(() => index.at(4)).toThrow('no entry 4'));
});
