import fc from 'fast-check';

const STRUCTURE = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '0',
  '-',
  ' ',
  '\uFEFF',
  'null',
  '[]',
  ',[',
  '],',
  '"messages":[',
];

const anyPiece = fc.oneof(
  fc.constantFrom(...STRUCTURE).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ minLength: 1, maxLength: 3 }),
  fc
    .constantFrom([0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe2, 0x80], [0x80])
    .map((bytes) => Uint8Array.from(bytes)),
  fc.constant(new Uint8Array()),
);

interface Mutation {
  /** Thousandths of the way through the body. */
  readonly at: number;
  readonly cut: number;
  readonly piece: Uint8Array;
}

/** Bytes in the place of `cut` others, somewhere. */
export const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(999),
  cut: fc.oneof(fc.nat(3), fc.nat(400)),
  piece: anyPiece,
});

export const mutated = (body: Uint8Array, { at, cut, piece }: Mutation): Uint8Array => {
  const place = Math.floor((at * (body.length + 1)) / 1000);
  return Buffer.concat([body.subarray(0, place), piece, body.subarray(Math.min(place + cut, body.length))]);
};
