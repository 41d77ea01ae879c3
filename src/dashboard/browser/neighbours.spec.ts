import { describe, expect, it } from '@jest/globals';
import { findNeighbours } from './neighbours.js';

const listing = (...ids: readonly number[]) => ({
  entries: ids.map((id) => ({ message_id: id, timestamp: '2026-03-02T08:14:09.412Z', credits_used: '1' })),
  hasMore: true,
  totals: { messages: 10, credits_used: '10' },
});

describe('the neighbours of a message', () => {
  it('are the rows above and below', () => {
    expect(findNeighbours(listing(3, 1, 2), 1)).toEqual({ position: 2, messages: 10, previous: 3, next: 2 });
  });

  it('are missing at the ends of the table', () => {
    expect(findNeighbours(listing(3), 3)).toEqual({ position: 1, messages: 10, previous: undefined, next: undefined });
  });

  it('are other messages than the same one sent twice', () => {
    expect(findNeighbours(listing(3, 1, 1, 2), 1)?.next).toBe(2);
  });

  it('are unknown of a message that the table does not have, and while the table loads', () => {
    expect([findNeighbours(listing(3), 4), findNeighbours(undefined, 3)]).toEqual([undefined, undefined]);
  });
});
