import fc from 'fast-check';
import { anyBadMessage, anyGoodMessage, anyRawValue } from './any-raw-message.js';
import { anyMutation, mutated } from './mutations.js';

const anyBlank = fc.constantFrom('', '', '', ' ', '\n', '\t \r\n');

/** What is between elements; seldom a comma too many. */
const anyGap = fc.oneof({ weight: 30, arbitrary: anyBlank }, { weight: 1, arbitrary: fc.constant(',') });

const anyList = fc
  .array(fc.oneof({ weight: 12, arbitrary: anyGoodMessage }, { weight: 1, arbitrary: anyBadMessage }), { maxLength: 6 })
  .chain((elements) =>
    fc
      .array(anyGap, { minLength: elements.length + 1, maxLength: elements.length + 1 })
      .map((gaps) => `[${elements.map((element, place) => `${gaps[place]}${element}`).join(',')}${gaps.at(-1)}]`),
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

/** UTF-8, and JSON but for the odd comma, though it may break the contract. */
const anyJsonBody = fc
  .tuple(fc.constantFrom('', '', '', '\uFEFF'), anyBlank, anyRoot, anyBlank)
  .map((parts) => new TextEncoder().encode(parts.join('')));

/**
 * Bodies of `GET /messages/current-period`, as bytes: in order, broken by what they say, or broken by a few bytes. They are short:
 * the parser is told to cut often instead.
 */
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
