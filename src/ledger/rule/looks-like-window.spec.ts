import { describe, expect, it } from '@jest/globals';
import { play } from '../../../test/support/ledger-history.js';
import { looksLikeWindow } from './looks-like-window.js';

describe('looksLikeWindow', () => {
  it.each([
    [true, 'the oldest messages vanish one by one', ['1-9@0', '2-10@1', '3-11@2', '4-12@3']],
    [true, 'they vanish several at a time', ['1-9@0', '3-12@2', '6-14@5', '7-15@6']],
    [false, 'they have vanished twice', ['1-9@0', '2-10@1', '3-11@2']],
    [false, 'they vanish at once', ['1-9@0', '5-12@4', '5-13@4', '5-14@4']],
    [false, 'others vanish too', ['1-9@0', '2-10@1', '3-11@2', '4-7@3 9-12@8']],
    [false, 'nothing vanishes', ['1-9@0', '1-10@0', '1-11@0', '1-12@0']],
    [false, 'everything has vanished', ['1-2@0', '2@1', '-', '!3 same_period']],
  ])('is %s where %s', (expected, _, steps) => {
    expect(looksLikeWindow(play(steps).state.open?.lines ?? [])).toBe(expected);
  });
});
