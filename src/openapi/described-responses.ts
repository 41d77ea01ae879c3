import type { OpenAPIObject } from '@nestjs/swagger';
import { headerReferences, type ResponseHeader } from './response-headers.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];

const NOT_MODIFIED = { description: 'The content is still that of `If-None-Match`, so it is not sent again' };

/**
 * Adds to each operation of `document` what follows from a rule and not from its handler: the
 * headers of every response, 304 of what can be read, and that a public operation needs no key.
 */
export const withDescribedResponses = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, { get, post }]) => [
      path,
      { ...(get && { get: describe(withNotModified(get)) }), ...(post && { post: describe(post) }) },
    ]),
  ),
});

const withNotModified = (operation: Operation): Operation => ({
  ...operation,
  responses: { ...operation.responses, '304': NOT_MODIFIED },
});

const describe = (operation: Operation): Operation => {
  const { responses, security = [] } = operation;
  const described = Object.entries(responses).map(([status, response]) => {
    const own = response && 'headers' in response ? response.headers : {};
    return [status, { ...response, headers: { ...own, ...headerReferences(headersOf(Number(status), operation)) } }];
  });
  return { ...operation, security, responses: Object.fromEntries(described) as Responses };
};

const headersOf = (status: number, { responses, security }: Operation): ResponseHeader[] => [
  'X-Request-Id',
  ...when('429' in responses, 'RateLimit', 'RateLimit-Policy'),
  ...when(status < 400, 'ETag'),
  ...when(security !== undefined && status < 300, 'Deprecation', 'Sunset'),
  ...when(status === 401 || status === 403, 'WWW-Authenticate'),
  ...when(status === 429 || status >= 500, 'Retry-After'),
];

const when = (condition: boolean, ...names: readonly ResponseHeader[]): readonly ResponseHeader[] =>
  condition ? names : [];
