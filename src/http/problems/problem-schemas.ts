import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { InvalidFieldDto, ProblemDto } from './problem.dto.js';
import { isProblemCode, PROBLEM_TYPES, type ProblemCode, problemUri } from './problem-types.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Fields that problems of one type have beside those of all. */
const OWN_FIELDS: Partial<Record<ProblemCode, Schemas>> = {
  'invalid-request': {
    errors: {
      type: 'array',
      maxItems: 50,
      items: { $ref: getSchemaPath(InvalidFieldDto) },
      description: 'The invalid parameters and fields; absent if the request could not be parsed',
    },
  },
};

/** Problems of requests that reach no operation, so that none declares them. */
const BEFORE_ROUTES: ReadonlySet<ProblemCode> = new Set([
  'method-not-allowed',
  'request-timeout',
  'uri-too-long',
  'expectation-failed',
  'headers-too-large',
]);

/**
 * A schema for each problem type that an operation declares, such as `NotFoundProblem`. Each narrows `type` to its own URI, so
 * that a switch over the problems of an operation can be exhaustive in a typed language.
 */
export const problemSchemas = (): Schemas =>
  Object.fromEntries(
    Object.keys(PROBLEM_TYPES)
      .filter(isProblemCode)
      .filter((code) => !BEFORE_ROUTES.has(code))
      .map((code) => [nameOf(code), schemaOf(code)]),
  );

/** References to the schemas of the problems with these codes. */
export const problemReferences = (codes: readonly ProblemCode[]): { $ref: string }[] =>
  codes.map((code) => ({ $ref: getSchemaPath(nameOf(code)) }));

const nameOf = (code: ProblemCode): string =>
  `${code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Problem`;

const schemaOf = (code: ProblemCode): Schemas[string] => ({
  description: PROBLEM_TYPES[code].title,
  allOf: [
    { $ref: getSchemaPath(ProblemDto) },
    {
      type: 'object',
      properties: { type: { type: 'string', enum: [problemUri(code)] }, ...OWN_FIELDS[code] },
      required: ['type'],
    },
  ],
});
