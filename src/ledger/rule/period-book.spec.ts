import { describe, expect, it } from '@jest/globals';
import { credits, ZERO } from '../../pricing/index.js';
import { readingOf } from '../../../test/support/ledger-history.js';
import { PeriodBook } from './period-book.js';

const bookOf = (list: string): PeriodBook => {
  const book = new PeriodBook('2024-04-29', undefined, 1);
  for (const message of readingOf(list).messages) book.add({ nth: 0, message, rateCard: 'A' });
  return book;
};

describe('the book of a period', () => {
  it('keeps its total exact through additions and revisions', () => {
    const book = bookOf('1@0=0.1 2@1=0.2 3@2=0.0000000000000000001r');
    const [message] = readingOf('1@0=0.3').messages;
    if (message) book.revise(0, { nth: 0, message, rateCard: 'A' });
    expect(book.credits).toEqual(credits('0.5000000000000000001'));
  });

  it('bills what is missing', () => {
    const book = bookOf('1@0=5');
    book.setAbsence(0, { reading: 2, atMs: 0 });
    expect([book.credits, book.line(0).missingSince?.reading]).toEqual([credits(5), 2]);
  });

  it('sums the corrections of a line and leaves the line alone', () => {
    const book = bookOf('1@0=5');
    book.correct(0, credits('-1.5'));
    book.correct(0, credits('0.5'));
    expect([book.corrected.get(0), book.credits]).toEqual([credits(-1), credits(5)]);
  });

  it('is copied whole, and the copy goes on by itself', () => {
    const book = bookOf('1-3@0');
    Object.assign(book, { order: [2, 0, 1], rateCard: 'A', confirmedAtMs: 7, closedAtMs: 9 });
    book.correct(1, ZERO);
    const copy = book.clone();
    expect(copy).toEqual(book);
    copy.setAbsence(0, { reading: 2, atMs: 0 });
    expect(book.line(0).missingSince).toBeUndefined();
  });

  it('reads lines that are appended once, and searches the messages of these lines', () => {
    const book = bookOf('1@0=1');
    expect(book.index.withId(2)).toEqual([]);
    let reads = 0;
    const [earliest, latest] = [0, 1].map((epochMs) => ({ timestamp: '', epochMs, nanoseconds: 0 }));
    if (!earliest || !latest) throw new Error('two instants');
    book.append({
      period: book.id,
      entry: 1,
      count: 2,
      credits: credits(5),
      rateCards: ['A'],
      earliest,
      latest,
      read: () => {
        reads += 1;
        return readingOf('2@1=2 3@2=3').messages.map((message) => ({ nth: 0, message, rateCard: 'A' }));
      },
    });
    expect([book.index.withId(2), book.index.withId(3), book.lines.length, book.credits]).toEqual([
      [1],
      [2],
      3,
      credits(6),
    ]);
    expect(reads).toBe(1);
  });

  it('has no line beyond its end', () => expect(() => bookOf('1@0').line(1)).toThrow('no line 1'));
});
