import { describe, expect, it } from '@jest/globals';
import { parseEpochTime } from '../../time/rfc3339.js';
import { periodId } from './period-id.js';

const idOf = (timestamps: string[], ...taken: string[]): string =>
  periodId(timestamps.map(parseEpochTime), (id) => taken.includes(id));

describe('the id of a period', () => {
  it.each([
    ['is the UTC date of its earliest message', ['2024-05-04T00:00:00Z', '2024-04-30T01:00:00+05:30'], '2024-04-29'],
    [
      'passes over what is more than 92 days before the median',
      ['1970-01-01T00:00:00Z', '2024-05-01T00:00:00Z'],
      '2024-05-01',
    ],
    [
      'is not moved by a message of the year 9999',
      ['2024-05-01T00:00:00Z', '2024-05-02T00:00:00Z', '9999-01-01T00:00:00Z'],
      '2024-05-01',
    ],
    [
      'keeps what is 92 days before',
      ['2024-01-30T00:00:00Z', '2024-05-01T00:00:00Z', '2024-05-02T00:00:00Z'],
      '2024-01-30',
    ],
  ])('%s', (_, timestamps, expected) => expect(idOf(timestamps)).toBe(expected));

  it('is numbered where the date is taken', () => {
    expect(idOf(['2024-04-29T00:00:00Z'], '2024-04-29', '2024-04-29.2')).toBe('2024-04-29.3');
  });

  it('is of no period without messages', () => expect(() => idOf([])).toThrow('at least one message'));
});
