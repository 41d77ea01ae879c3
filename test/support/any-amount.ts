import fc from 'fast-check';

const NINES = '9'.repeat(400);

/** Costs that doubles have hurt before, and those at the bounds. */
export const EDGE_AMOUNTS: readonly string[] = [
  '0',
  '-0',
  '0.10',
  '0.30000000000000004',
  '0.0016150000000000001',
  '0.1234567890123456789',
  '0.1000000000000000055511151231257827',
  '79.00000000000000001',
  '9007199254740993',
  '5e-324',
  '1e21',
  '1e308',
  '1.7976931348623159e308',
  '1e399',
  '1e-400',
  `${NINES}.${NINES}`,
];

const digits = fc.stringMatching(/^[0-9]{0,19}$/);
const whole = fc.tuple(fc.constantFrom('1', '9'), digits).map((parts) => parts.join(''));
const exponent = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.constantFrom('e', 'E', 'e+', 'E-', 'e-'), fc.nat(25)).map((parts) => parts.join('')),
);

/** The JSON text of a number of 0 or more with up to 40 digits, or of one at an edge. */
export const anyAmount: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.oneof(fc.constant('0'), whole), digits, exponent)
      .map(([before, after, power]) => `${before}${after && `.${after}`}${power}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...EDGE_AMOUNTS) },
);
