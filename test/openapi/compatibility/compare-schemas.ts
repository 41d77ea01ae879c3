import type { Document, Schema } from './document.js';
import { type Shape, shapesOf } from './shapes.js';

/** A schema and the document that its references are in. */
export interface Located {
  readonly schema: Schema | undefined;
  readonly document: Document;
}

const shapesAt = ({ schema = {}, document }: Located): Shape[] => shapesOf(schema, document);

/**
 * What breaks a client that reads values of `before` and gets those of `after`: every form of them
 * must be one that it knows.
 */
export const answerBreaks = (before: Located, after: Located, path: string): string[] =>
  shapesAt(after).flatMap((shape) =>
    fewest(shapesAt(before).map((known) => answerShapeBreaks(known, shape, before.document, after.document, path))),
  );

/** What breaks a client that sends values of `before` to a service that takes those of `after`. */
export const requestBreaks = (before: Located, after: Located, path: string): string[] =>
  shapesAt(before).flatMap((sent) =>
    fewest(shapesAt(after).map((taken) => requestShapeBreaks(sent, taken, before.document, after.document, path))),
  );

/** The findings against the alternative that fits best. */
const fewest = (findings: readonly string[][]): string[] =>
  findings.reduce((best, found) => (found.length < best.length ? found : best));

const answerShapeBreaks = (known: Shape, shape: Shape, before: Document, after: Document, path: string): string[] => {
  if (!isWithin(shape.type, known.type)) return [`${path} is ${shape.type ?? 'anything'}, not ${known.type}`];
  return [
    ...Object.entries(known.properties).flatMap(([name, schema]) => {
      const now = shape.properties[name];
      if (!now) return [`${path}.${name} is gone`];
      const isLess = known.required.includes(name) && !shape.required.includes(name);
      return [
        ...(isLess ? [`${path}.${name} may be absent`] : []),
        ...answerBreaks({ schema, document: before }, { schema: now, document: after }, `${path}.${name}`),
      ];
    }),
    ...(known.items
      ? answerBreaks({ schema: known.items, document: before }, { schema: shape.items, document: after }, `${path}[]`)
      : []),
  ];
};

const requestShapeBreaks = (sent: Shape, taken: Shape, before: Document, after: Document, path: string): string[] => {
  if (!isWithin(sent.type, taken.type)) return [`${path} must be ${taken.type}, not ${sent.type ?? 'anything'}`];
  const refused = taken.values && (sent.values ?? ['any value']).filter((value) => !taken.values?.includes(value));
  return [
    ...(refused ?? []).map((value) => `${path} no longer takes ${String(value)}`),
    ...narrowedBounds(sent.bounds, taken.bounds).map((bound) => `${path} has a narrower ${bound}`),
    ...taken.required.filter((name) => !sent.required.includes(name)).map((name) => `${path}.${name} is required`),
    ...Object.entries(sent.properties).flatMap(([name, schema]) => {
      const now = taken.properties[name];
      if (!now) return [`${path}.${name} is no longer taken`];
      return requestBreaks({ schema, document: before }, { schema: now, document: after }, `${path}.${name}`);
    }),
    ...(sent.items && taken.items
      ? requestBreaks({ schema: sent.items, document: before }, { schema: taken.items, document: after }, `${path}[]`)
      : []),
  ];
};

/** Whether every value of the type `inner` is one of `outer`; `undefined` is any type. */
const isWithin = (inner: string | undefined, outer: string | undefined): boolean =>
  outer === undefined || inner === outer || (inner === 'integer' && outer === 'number');

const UPPER = ['maximum', 'maxLength', 'maxItems'] as const;
const LOWER = ['minimum', 'minLength', 'minItems'] as const;

const narrowedBounds = (before: Schema, after: Schema): string[] => [
  ...UPPER.filter((bound) => (after[bound] ?? Infinity) < (before[bound] ?? Infinity)),
  ...LOWER.filter((bound) => (after[bound] ?? -Infinity) > (before[bound] ?? -Infinity)),
  ...(after.pattern !== undefined && after.pattern !== before.pattern ? ['pattern'] : []),
];
