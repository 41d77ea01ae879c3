import { describe, expect, it } from '@jest/globals';
import { startOfMs } from '../../time/epoch-time.js';
import { edgeOf } from './edge.js';

const edge = (...instants: number[]): number | undefined => edgeOf(instants.map(startOfMs))?.epochMs;

describe('the edge of a period', () => {
  it.each([
    ['is there for a single message', [5], 5],
    ['leaves one of two out', [5, 9], 5],
    ['leaves one of ten out', [1, 2, 3, 4, 5, 6, 7, 8, 9, 99], 9],
    ['leaves two of eleven out', [0, 1, 2, 3, 4, 5, 6, 7, 8, 98, 99], 8],
    ['does not depend on the order', [99, 3, 1, 2], 3],
    ['is nowhere in a period without messages', [], undefined],
  ])('%s', (_, instants, expected) => expect(edge(...instants)).toBe(expected));
});
