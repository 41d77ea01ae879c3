import type { PeriodBook } from './period-book.js';

/**
 * Numbers the lines of a period that have the same message id, in order of first sight, while a
 * reading adds some.
 */
export class NthNumbers {
  private readonly next = new Map<number, number>();

  constructor(private readonly book: PeriodBook) {}

  take(id: number): number {
    const nth = this.next.get(id) ?? this.firstFree(id);
    this.next.set(id, nth + 1);
    return nth;
  }

  private firstFree(id: number): number {
    const { book } = this;
    return Math.max(-1, ...book.index.withId(id).map((entry) => book.line(entry).nth)) + 1;
  }
}
