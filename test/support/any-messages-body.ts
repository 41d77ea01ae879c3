import fc from 'fast-check';

/*
 * Bodies of `GET /messages/current-period`, as bytes: in order, broken once by what they say, or broken by a few bytes. What makes
 * them long would make them no harder, so they are short and the parser is told to cut often.
 */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const anyBlank = fc.constantFrom('', '', '', ' ', '\n', '\t \r\n');

const anyRawString = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...'ab ,:[]{}"\\/é’中🏠\uFEFF\0\n'), maxLength: 12 })
    .map((text) => JSON.stringify(text)),
  fc
    .array(fc.constantFrom('a', '\\"', '\\\\', '\\u005d', '\\ud83c\\udfe0', '\\ud83c', ',', '],[', '{', '’'), {
      maxLength: 8,
    })
    .map((pieces) => `"${pieces.join('')}"`),
);

const anyRawValue = fc.oneof(
  anyRawString,
  fc.constantFrom('0', '-1.5e3', '1e400', 'true', 'null', '[]', '{}', '[[],{"a":[1,"]"]}]', '{"messages":[1,2]}'),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
);

const anyField = fc.oneof(
  { weight: 3, arbitrary: anyRawString.map((text) => `"text":${text}`) },
  fc.constantFrom(
    '"id":7',
    '"\\u0069d":8',
    '"report_id":null',
    '"report_id":5392',
    '"timestamp":"2026-03-02 08:14:09z"',
  ),
  fc.tuple(fc.constantFrom('"extra"', '"__proto__"', '"messages"', '""'), anyRawValue).map((field) => field.join(':')),
);

const GOOD_FIELDS = '"id":1000,"text":"What is the rent?","timestamp":"2026-03-02T08:14:09.412Z"';

const anyGoodMessage = fc.array(anyField, { maxLength: 3 }).map((fields) => `{${[GOOD_FIELDS, ...fields].join(',')}}`);

const anyBadMessage = fc.oneof(
  anyRawValue,
  fc
    .constantFrom('"id":1.5', '"text":0', '"timestamp":"yesterday"', '"report_id":-1', '"id":9007199254740993')
    .map((field) => `{${GOOD_FIELDS},${field}}`),
);

const anyList = fc
  .array(fc.oneof({ weight: 12, arbitrary: anyGoodMessage }, { weight: 1, arbitrary: anyBadMessage }), { maxLength: 6 })
  .chain((elements) =>
    fc
      .array(anyBlank, { minLength: elements.length + 1, maxLength: elements.length + 1 })
      .map((blanks) => `[${elements.map((element, place) => `${blanks[place]}${element}`).join(',')}${blanks.at(-1)}]`),
  );

const anyMessagesKey = fc.constantFrom('"messages"', '"messages"', '"mess\\u0061ges"');
const anyOtherKey = fc.constantFrom(
  '"Messages"',
  '"message"',
  '"\\"messages"',
  '"__proto__"',
  '""',
  '"messages\\u0000"',
);

const anyRootField = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(anyMessagesKey, anyList) },
      { weight: 3, arbitrary: fc.tuple(anyOtherKey, fc.oneof(anyRawValue, anyList)) },
      { weight: 1, arbitrary: fc.tuple(anyMessagesKey, anyRawValue) },
    ),
    anyBlank,
    anyBlank,
  )
  .map(([[key, value], before, after]) => `${before}${key}${after}:${before}${value}${after}`);

const anyRoot = fc.oneof(
  { weight: 12, arbitrary: fc.array(anyRootField, { maxLength: 4 }).map((fields) => `{${fields.join(',')}}`) },
  { weight: 1, arbitrary: anyList },
  { weight: 1, arbitrary: anyRawValue },
);

/** JSON in UTF-8, though it may break the contract. */
const anyJsonBody = fc
  .tuple(fc.constantFrom('', '', '', '\uFEFF'), anyBlank, anyRoot, anyBlank)
  .map((parts) => utf8(parts.join('')));

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
  fc.constantFrom(...STRUCTURE).map(utf8),
  fc.uint8Array({ minLength: 1, maxLength: 3 }),
  fc
    .constantFrom([0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe2, 0x80], [0x80])
    .map((bytes) => Uint8Array.from(bytes)),
  fc.constant(new Uint8Array()),
);

/** Bytes in the place of `cut` others, somewhere. */
const anyMutation = fc.record({ at: fc.nat(999), cut: fc.oneof(fc.nat(3), fc.nat(400)), piece: anyPiece });

const mutated = (body: Uint8Array, { at, cut, piece }: { at: number; cut: number; piece: Uint8Array }): Uint8Array => {
  const place = Math.floor((at * (body.length + 1)) / 1000);
  return Buffer.concat([body.subarray(0, place), piece, body.subarray(Math.min(place + cut, body.length))]);
};

export const anyMessagesBody: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: anyJsonBody },
  {
    weight: 4,
    arbitrary: fc
      .tuple(anyJsonBody, fc.array(anyMutation, { minLength: 1, maxLength: 2 }))
      .map(([body, mutations]) => mutations.reduce(mutated, body)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }) },
);

/** How a body arrives: the sizes of its chunks, again and again. */
export const anyChunkSizes = fc.oneof(
  fc.constantFrom([1], [65_536]),
  fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }).filter((sizes) => sizes.some((size) => size > 0)),
);

export const chunked = (body: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const chunks: Uint8Array[] = [];
  for (let place = 0; place < body.length; place += chunks.at(-1)?.length ?? 0) {
    chunks.push(Uint8Array.from(body.subarray(place, place + (sizes[chunks.length % sizes.length] ?? 1))));
  }
  return chunks;
};
