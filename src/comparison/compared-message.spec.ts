import { describe, expect, it } from '@jest/globals';
import { credits, type Credits, minus, type Price } from '../pricing/index.js';
import type { BilledMessage } from '../usage/billed-message.js';
import { byChange, compare, type ComparedMessage, toComparedCredits, totalOf } from './compared-message.js';

const priced = (id: number, total: number): BilledMessage => ({
  message: { id, text: 'a', timestamp: '2026-03-02T08:14:09.412Z' },
  basis: 'text',
  report: undefined,
  price: { lines: [], total: credits(total) } satisfies Price,
});

const changed = (id: number, difference: Credits): ComparedMessage => ({
  message: priced(id, 0).message,
  baseline: credits(10),
  candidate: minus(credits(10), difference),
  difference,
});

describe('two prices of the same messages', () => {
  const compared = [
    compare(priced(1, 2.1), priced(1, 1.5)),
    compare(priced(2, 0.1), priced(2, 0.3)),
    compare(priced(2, 45), priced(2, 45)),
  ];

  it('are compared message by message, in their order', () => {
    expect(compared.map((message) => [message.message.id, toComparedCredits(message)])).toEqual([
      [1, { baseline: 2.1, candidate: 1.5, difference: -0.6 }],
      [2, { baseline: 0.1, candidate: 0.3, difference: 0.2 }],
      [2, { baseline: 45, candidate: 45, difference: 0 }],
    ]);
  });

  it('sum exactly', () => {
    expect(totalOf(compared)).toEqual({ baseline: 47.2, candidate: 46.8, difference: -0.4 });
  });

  it('sum to nothing where there are none', () => {
    expect(totalOf([])).toEqual({ baseline: 0, candidate: 0, difference: 0 });
  });
});

describe('changes', () => {
  it('are ordered by how far the price moves, up or down; what moves as far stays in its place', () => {
    const changes = [0.5, -0.5, 0, -0.51, 12.3, 0.5, -12.31].map((difference, id) => changed(id, credits(difference)));
    expect(changes.toSorted(byChange).map(({ message }) => message.id)).toEqual([6, 4, 3, 0, 1, 5, 2]);
  });
});
