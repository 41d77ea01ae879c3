import fc from 'fast-check';

const padded = (most: number, width: number): fc.Arbitrary<string> =>
  fc.nat(most).map((value) => String(value).padStart(width, '0'));

const anyYear = fc.oneof(padded(9999, 4), fc.constantFrom('0000', '0004', '1900', '1969', '1970', '2000', '2024'));

const anyDigits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 20 });

const anyFraction = fc.oneof(
  fc.constant(''),
  anyDigits.map((digits) => `.${digits}`),
);

const anyOffset = fc.oneof(
  fc.constantFrom('Z', 'z', '+00:00', '-00:00', '+23:59', '-23:59', '+24:00'),
  fc
    .tuple(fc.constantFrom('+', '-'), padded(24, 2), padded(60, 2))
    .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);

/** Written like a timestamp, though the day, the time or the offset may be one too many, or none. */
export const anyTimestampLike = fc
  .tuple(
    fc.tuple(anyYear, padded(13, 2), fc.oneof(padded(32, 2), fc.constantFrom('28', '29', '30', '31'))),
    fc.constantFrom('T', 't', ' '),
    fc.tuple(padded(24, 2), padded(60, 2), padded(61, 2)),
    anyFraction,
    anyOffset,
  )
  .map(
    ([date, separator, time, fraction, offset]) => `${date.join('-')}${separator}${time.join(':')}${fraction}${offset}`,
  );
