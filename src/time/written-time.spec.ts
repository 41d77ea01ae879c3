import { describe, expect, it } from '@jest/globals';
import { formatRfc3339 } from './rfc3339.js';
import { parseWrittenTime, WrittenTimeError } from './written-time.js';

describe('a written time', () => {
  it.each<{ written: string; instant: string }>`
    written                                           | instant
    ${'2027-01-01T00:00:00+00:00'}                    | ${'2027-01-01T00:00:00+00:00'}
    ${'2027-01-01T00:00:00Z'}                         | ${'2027-01-01T00:00:00+00:00'}
    ${'2027-01-01T00:00-05:00'}                       | ${'2027-01-01T05:00:00+00:00'}
    ${'2027-01-01T00:00:00.000000001Z'}               | ${'2027-01-01T00:00:00.000000001+00:00'}
    ${'2027-01-01T00:00[Europe/London]'}              | ${'2027-01-01T00:00:00+00:00'}
    ${'2027-07-01T00:00[Europe/London]'}              | ${'2027-06-30T23:00:00+00:00'}
    ${'2027-07-01T00:00+01:00[Europe/London]'}        | ${'2027-06-30T23:00:00+00:00'}
    ${'2027-01-01T00:00:00.5[Asia/Kolkata]'}          | ${'2026-12-31T18:30:00.5+00:00'}
    ${'2026-10-25T01:30+01:00[Europe/London]'}        | ${'2026-10-25T00:30:00+00:00'}
    ${'2026-10-25T01:30+00:00[Europe/London]'}        | ${'2026-10-25T01:30:00+00:00'}
    ${'2026-10-25T01:30Z[Europe/London]'}             | ${'2026-10-25T01:30:00+00:00'}
    ${'2026-10-25T02:00[Europe/London]'}              | ${'2026-10-25T02:00:00+00:00'}
    ${'2026-10-25T00:59:59.999999999[europe/london]'} | ${'2026-10-24T23:59:59.999999999+00:00'}
  `('$written is $instant', ({ written, instant }) => {
    expect(formatRfc3339(parseWrittenTime(written), 0)).toBe(instant);
  });

  it.each<{ written: string; reason: string }>`
    written                                    | reason
    ${'2027-01-01'}                            | ${'is not a time such as'}
    ${'2027-02-29T00:00:00Z'}                  | ${'is not a time such as'}
    ${'2027-01-01T24:00:00Z'}                  | ${'is not a time such as'}
    ${'2027-01-01T00:00:00.0000000001Z'}       | ${'is not a time such as'}
    ${''}                                      | ${'is not a time such as'}
    ${'2027-01-01T00:00:00'}                   | ${'has neither an offset, such as +00:00, nor a time zone'}
    ${'2027-01-01T00:00:00+24:00'}             | ${'has an offset that does not exist'}
    ${'2027-01-01T00:00[Europe/Londn]'}        | ${'names the time zone Europe/Londn, which does not exist'}
    ${'2027-01-01T00:00[+01:00]'}              | ${'names the time zone +01:00, which does not exist'}
    ${'2027-03-28T01:30[Europe/London]'}       | ${'does not exist: the clock of Europe/London skips it'}
    ${'2027-03-28T01:30+00:00[Europe/London]'} | ${'does not exist: the clock of Europe/London skips it'}
    ${'2026-10-25T01:30[Europe/London]'}       | ${'occurs twice in Europe/London: add its offset, +01:00 or +00:00'}
    ${'2026-10-25T01:30+02:00[Europe/London]'} | ${'has the offset +02:00, but Europe/London has +01:00 or +00:00 then'}
    ${'2027-07-01T00:00Z[Europe/London]'}      | ${'has the offset +00:00, but Europe/London has +01:00 then'}
  `('$written $reason', ({ written, reason }) => {
    const parse = () => parseWrittenTime(written);
    expect(parse).toThrow(WrittenTimeError);
    expect(parse).toThrow(reason);
  });
});
