import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse } from '@nestjs/swagger';
import { problem } from './problem.js';
import { InvalidFieldDto, ProblemDto } from './problem.dto.js';
import { problemReferences } from './problem-schemas.js';
import { PROBLEM_TYPES, type ProblemCode } from './problem-types.js';

const EXAMPLE_DETAILS: Record<ProblemCode, string> = {
  'invalid-request': 'form is unknown: did you mean from?',
  unauthorized: 'GET /v1/usage needs an API key, sent as Authorization: Bearer or X-API-Key',
  forbidden: 'The key "reporting" does not have the scope usage:read',
  'not-found': 'GET /v1/usages is not a route of this service',
  'no-ledger': 'This service keeps no past periods: set LEDGER_URL, such as file:./data/ledger.db, to keep them',
  'method-not-allowed': '/v1/usage does not have the method POST',
  'not-acceptable': '/v1/usage is available as application/json, text/csv, application/x-ndjson',
  'request-timeout': 'The request did not arrive in time',
  'bill-changed': 'The bill has changed since this cursor was made: start again without cursor',
  'period-not-closed': 'The period 2024-04-29 is not closed yet: it is sealed when it closes',
  'texts-not-kept':
    'The texts of the period 2024-04-29 are not kept, so no other rate card can price them (LEDGER_TEXTS)',
  'already-decided': 'Reading 388 has been decided on',
  'already-reversed': 'Adjustment 3 has been taken back by adjustment 4',
  'idempotency-conflict': 'This Idempotency-Key was used for another request, so nothing was booked: use a new key',
  'no-open-period':
    'No period is open: a held reading can only begin one (new_period), and an empty one only be discarded',
  'content-too-large': 'request entity too large',
  'uri-too-long': 'A URL may have at most 8192 bytes',
  'unsupported-media-type': 'The body must be application/json, not text/plain',
  'expectation-failed': 'Expect: 200-ok is not supported; 100-continue is',
  'rate-limited': 'More than 600 requests in a minute; retry in 42 s',
  'headers-too-large': 'Request line and headers may have at most 16384 bytes',
  'upstream-unavailable': 'GET /reports/6101 answered 503 after 4 attempts',
  'upstream-timeout': 'GET /messages/current-period timed out after 5000 ms, 4 times',
  'upstream-invalid-response': 'GET /messages/current-period: messages[17].timestamp must match format "date-time"',
  'internal-error': 'GET /v1/usage failed inside the service',
  overloaded: 'The service has more requests than it can answer in time',
  'ledger-unavailable': 'The ledger is locked by another process',
  'not-ready': 'The service is stopping',
};

/**
 * Documents the problems that a handler can answer with, each with an example; adds
 * `internal-error`, which every handler has.
 */
export const ApiProblems = (...codes: ProblemCode[]): MethodDecorator =>
  ApiFurtherProblems([...codes, 'internal-error']);

/**
 * Documents problems that come from outside of the handler, without `internal-error`; `details`
 * replaces the details of their examples.
 */
export const ApiFurtherProblems = (
  codes: readonly ProblemCode[],
  details: Partial<Record<ProblemCode, string>> = {},
): ClassDecorator & MethodDecorator => {
  const statuses = new Set(codes.map((code) => PROBLEM_TYPES[code].status));
  const responses = [...statuses].map((status) =>
    responseOf(
      codes.filter((code) => PROBLEM_TYPES[code].status === status),
      status,
      { ...EXAMPLE_DETAILS, ...details },
    ),
  );
  return applyDecorators(ApiExtraModels(ProblemDto, InvalidFieldDto), ...responses);
};

type Details = Readonly<Record<ProblemCode, string>>;

const responseOf = (
  codes: readonly ProblemCode[],
  status: number,
  details: Details,
): ClassDecorator & MethodDecorator => {
  const references = problemReferences(codes);
  const [first, ...others] = references;
  return ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\`: ${PROBLEM_TYPES[code].title}`).join('; '),
    content: {
      'application/problem+json': {
        schema: first && others.length === 0 ? first : { oneOf: references },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code, details) }])),
      },
    },
  });
};

const exampleOf = (code: ProblemCode, details: Details): ProblemDto => ({
  ...problem(code, details[code], '4f1a9a4e-6f0e-4a55-a1a4-0c1c4f9d2f3b'),
  ...(code === 'invalid-request' && { errors: [{ field: 'form', reason: 'is unknown: did you mean from?' }] }),
});
