import { describe, expect, it } from '@jest/globals';
import { toSerialDate } from './serial-date.js';

describe('the serial number of a local time', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 25_569],
    ['1900-03-01T00:00:00Z', 61],
    ['2026-03-02T12:00:00Z', 46_083.5],
    ['9999-12-31T00:00:00Z', 2_958_465],
  ])('counts days: %s', (time, serial) => expect(toSerialDate(Date.parse(time))).toBe(serial));

  it('has the millisecond', () => {
    const localMs = Date.parse('2026-03-02T08:14:09.412Z');
    expect(Math.round(((toSerialDate(localMs) ?? 0) - 25_569) * 86_400_000)).toBe(localMs);
  });

  it.each(['1900-02-28T23:59:59Z', '0001-01-01T00:00:00Z', '+010000-01-01T00:00:00Z'])(
    'does not exist where spreadsheets have no date: %s',
    (time) => expect(toSerialDate(Date.parse(time))).toBeUndefined(),
  );
});
