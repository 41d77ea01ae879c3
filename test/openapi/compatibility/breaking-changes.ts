import { answerBreaks, requestBreaks } from './compare-schemas.js';
import type { Content, Document, Operation, Parameter } from './document.js';

/**
 * What in `after` breaks a client of `before` on the wire, in sentences. Names that only generated
 * code has (operation ids, schemas, tags) may change; so may what is added to answers.
 */
export const breakingChanges = (before: Document, after: Document): string[] =>
  Object.entries(before.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const now = after.paths[path]?.[method];
      const findings = now
        ? operationBreaks({ operation, document: before }, { operation: now, document: after })
        : ['is gone'];
      return findings.map((finding) => `${method.toUpperCase()} ${path}: ${finding}`);
    }),
  );

interface Side {
  readonly operation: Operation;
  readonly document: Document;
}

const operationBreaks = (before: Side, after: Side): string[] => [
  ...parameterBreaks(before, after),
  ...bodyBreaks(before, after),
  ...responseBreaks(before, after),
  ...(needsKey(after.operation) && !needsKey(before.operation) ? ['needs a key'] : []),
];

const needsKey = ({ security = [] }: Operation): boolean => security.length > 0;

const parameterBreaks = (before: Side, after: Side): string[] => {
  const { parameters: known = [] } = before.operation;
  const { parameters: taken = [] } = after.operation;
  const find = (list: readonly Parameter[], { name, in: place }: Parameter): Parameter | undefined =>
    list.find((parameter) => parameter.name === name && parameter.in === place);
  return [
    ...taken
      .filter((parameter) => parameter.required && !find(known, parameter)?.required)
      .map(({ name }) => `the parameter ${name} is required`),
    ...known.flatMap((parameter) => {
      const now = find(taken, parameter);
      if (!now) return [`the parameter ${parameter.name} is gone`];
      return requestBreaks(
        { schema: parameter.schema, document: before.document },
        { schema: now.schema, document: after.document },
        `the parameter ${parameter.name}`,
      );
    }),
  ];
};

const bodyBreaks = (before: Side, after: Side): string[] => {
  const { requestBody: known } = before.operation;
  const { requestBody: taken } = after.operation;
  if (!known) return taken?.required ? ['a body is required'] : [];
  if (!taken) return ['no body is taken'];
  return [
    ...(taken.required && !known.required ? ['a body is required'] : []),
    ...byMediaType(known.content, taken.content, 'the body').flatMap(({ schema, now, finding }) =>
      finding
        ? [finding]
        : requestBreaks({ schema, document: before.document }, { schema: now, document: after.document }, 'the body'),
    ),
  ];
};

const responseBreaks = (before: Side, after: Side): string[] =>
  Object.entries(before.operation.responses)
    .filter(([status]) => Number(status) < 400)
    .flatMap(([status, { content = {} }]) => {
      const now = after.operation.responses[status];
      if (!now) return [`${status} is gone`];
      return byMediaType(content, now.content ?? {}, status).flatMap(({ schema, now: changed, finding }) =>
        finding
          ? [finding]
          : answerBreaks({ schema, document: before.document }, { schema: changed, document: after.document }, status),
      );
    });

const byMediaType = (before: Content, after: Content, where: string) =>
  Object.entries(before).map(([mediaType, { schema }]) => ({
    schema,
    now: after[mediaType]?.schema,
    finding: after[mediaType] ? undefined : `${where} is not ${mediaType}`,
  }));
