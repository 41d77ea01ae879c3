import fc from 'fast-check';

/* JSON to the letter: escapes, keys that repeat, and strings of what would be structure elsewhere. */

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

export const anyRawValue = fc.oneof(
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

export const anyGoodMessage = fc
  .array(anyField, { maxLength: 3 })
  .map((fields) => `{${[GOOD_FIELDS, ...fields].join(',')}}`);

/** Not a message, or one with a field that breaks the contract; by chance it may keep it. */
export const anyBadMessage = fc.oneof(
  anyRawValue,
  fc
    .constantFrom('"id":1.5', '"text":0', '"timestamp":"yesterday"', '"report_id":-1', '"id":9007199254740993')
    .map((field) => `{${GOOD_FIELDS},${field}}`),
);
