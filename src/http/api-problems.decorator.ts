import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.js';
import { PROBLEM_TYPES, type ProblemCode, problemUri } from './problem-types.js';

const EXAMPLE_DETAILS: Record<ProblemCode, string> = {
  'invalid-request': 'form is not known here',
  'not-found': 'GET /v1/usages is not a route of this service',
  'method-not-allowed': '/v1/usage does not have the method POST',
  'not-acceptable': '/v1/usage is offered as application/json, text/csv, application/x-ndjson',
  'content-too-large': 'request entity too large',
  'unsupported-media-type': 'unsupported charset "UTF-7"',
  'upstream-unavailable': 'GET /reports/6101 answered 503 after 4 attempts',
  'upstream-timeout': 'GET /messages/current-period timed out after 5000 ms, 4 times',
  'upstream-invalid-response': 'GET /messages/current-period: messages[17].timestamp must match format "date-time"',
  'internal-error': 'GET /v1/usage met a fault of the service itself',
  'not-ready': 'The service is stopping',
};

/** Documents the problems that a route can answer with, each with an example; `internal-error` is always one of them. */
export const ApiProblems = (...codes: ProblemCode[]): MethodDecorator => {
  const documented: ProblemCode[] = [...codes, 'internal-error'];
  const statuses = new Set(documented.map((code) => PROBLEM_TYPES[code].status));
  const answers = [...statuses].map((status) =>
    answerOf(
      documented.filter((code) => PROBLEM_TYPES[code].status === status),
      status,
    ),
  );
  return applyDecorators(ApiExtraModels(ProblemDto), ...answers);
};

const answerOf = (codes: readonly ProblemCode[], status: number): MethodDecorator =>
  ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\`: ${PROBLEM_TYPES[code].title}`).join('; '),
    content: {
      'application/problem+json': {
        schema: { $ref: getSchemaPath(ProblemDto) },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  });

const exampleOf = (code: ProblemCode): ProblemDto => ({
  type: problemUri(code),
  title: PROBLEM_TYPES[code].title,
  status: PROBLEM_TYPES[code].status,
  detail: EXAMPLE_DETAILS[code],
  instance: '4f1a9a4e-6f0e-4a55-a1a4-0c1c4f9d2f3b',
  ...(code === 'invalid-request' && { errors: [{ field: 'form', reason: 'is not known here' }] }),
});
