import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { parseIdempotencyKey } from './idempotency-key.js';

describe('the idempotency key of a request', () => {
  it.each([
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['8e03978e', '8e03978e'],
    ['"two words"', 'two words'],
    [String.raw`"a \"b\" \\ c"`, String.raw`a "b" \ c`],
    ['x'.repeat(255), 'x'.repeat(255)],
  ])('is read from %s', (header, key) => expect(parseIdempotencyKey(header)).toBe(key));

  it.each([undefined, '', '""', 'two words', '"open', String.raw`"a\b"`, 'clé', 'a, b', 'x'.repeat(256)])(
    'is not read from %s',
    (header) => expect(() => parseIdempotencyKey(header)).toThrow(InvalidInputError),
  );
});
