import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTimestampLike } from '../../test/support/any-timestamp.js';
import { parseInstant } from './instant.js';
import { isTimestamp } from './timestamp.js';

/** The reference: a regular expression and Temporal. */
const isInstant = (text: string): boolean => {
  try {
    parseInstant(text);
    return true;
  } catch {
    return false;
  }
};

const anyPiece = fc.string({ unit: fc.constantFrom(...'0129TtZz +-:.,/;\n٢é'), maxLength: 3 });

const anyNearTimestamp = fc
  .tuple(anyTimestampLike, fc.nat(40), fc.nat(3), anyPiece)
  .map(([timestamp, index, cut, piece]) => `${timestamp.slice(0, index)}${piece}${timestamp.slice(index + cut)}`);

describe('isTimestamp', () => {
  it.each([
    '2026-03-02T08:14:09Z',
    '2026-03-02T08:14:09.412Z',
    '2026-03-02t08:14:09.5z',
    '2026-03-02 08:14:09Z',
    '2026-03-02T08:14:09+05:30',
    '2026-03-02T08:14:09-00:00',
    '2026-03-02T08:14:09.1234567899999Z',
    '2024-02-29T00:00:00Z',
    '2000-02-29T00:00:00Z',
    '0000-02-29T00:00:00Z',
    '2016-12-31T23:59:60Z',
    '2016-12-31T23:59:60.5Z',
    '2026-03-02T08:14:60Z',
    '9999-12-31T23:59:59-23:59',
  ])('accepts %s', (text) => {
    expect(isTimestamp(text)).toBe(true);
  });

  it.each([
    '',
    'yesterday',
    '2026-03-02',
    '2026-03-02T08:14:09',
    '2026-03-02T08:14Z',
    '2026-03-02T08:14:09 01:00',
    '2026-03-02T08:14:09+0100',
    '2026-03-02T08:14:09+01',
    '2026-03-02T08:14:09+24:00',
    '2026-03-02T08:14:09+01:60',
    '2026-03-02T08:14:09.Z',
    '2026-03-02T08:14:09.+01:00',
    '2026-03-02T08:14:09.5',
    '2026-03-02T08:14:09,5Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T08:60:00Z',
    '2026-03-02T08:14:61Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-03-00T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '26-03-02T08:14:09Z',
    '+002026-03-02T08:14:09Z',
    '20260302T081409Z',
    '2026-03-02T08:14:09Z[Europe/London]',
    ' 2026-03-02T08:14:09Z',
    '2026-03-02T08:14:09Z\n',
    '٢٠٢٦-03-02T08:14:09Z',
  ])('refuses %j', (text) => {
    expect(isTimestamp(text)).toBe(false);
  });

  it.each([undefined, null, 0, 1_772_409_600_000, ['2026-03-02T08:14:09Z'], {}])(
    'refuses %j, which is not a string',
    (value) => {
      expect(isTimestamp(value)).toBe(false);
    },
  );

  it('accepts exactly what Temporal reads as an RFC 3339 instant', () => {
    fc.assert(
      fc.property(fc.oneof(anyTimestampLike, anyNearTimestamp), (text) => {
        expect(isTimestamp(text)).toBe(isInstant(text));
      }),
      { numRuns: 3000 },
    );
  });
});
