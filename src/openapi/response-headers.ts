import type { OpenAPIObject } from '@nestjs/swagger';

type Components = NonNullable<OpenAPIObject['components']>;
type Headers = NonNullable<Components['headers']>;

const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example });
const seconds = (description: string, example: number) => ({
  description,
  schema: { type: 'integer', minimum: 0 },
  example,
});

/** Every header of an answer that a client may read, by name. */
export const RESPONSE_HEADERS = {
  'X-Request-Id': text(
    'The id of the request in the log and in problems: the one that the client sent, or a UUID',
    '4f1a9a4e-6f0e-4a55-a1a4-0c1c4f9d2f3b',
  ),
  ETag: text(
    'Names this content. A GET with it as `If-None-Match` is answered 304 while the content is the same',
    '"5a"',
  ),
  Age: seconds('Seconds since upstream was asked; absent if it was asked for this answer', 2),
  'Content-Disposition': text('Of a file: the name to save it under', 'attachment; filename="credit-usage.csv"'),
  'Content-Digest': text(
    'SHA-256 of the bytes sent (RFC 9530)',
    'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
  ),
  Location: text('The address of what was made', '/v1/adjustments/1'),
  'Retry-After': seconds('Seconds after which to try again; absent if the service cannot tell', 1),
  'RateLimit-Policy': text(
    'The limit of this caller: `q` requests in `w` seconds. Absent if there is none',
    '"per-minute";q=600;w=60',
  ),
  RateLimit: text(
    'What is left of it: `r` requests, anew in `t` seconds. Absent if there is no limit',
    '"per-minute";r=599;t=42',
  ),
  'WWW-Authenticate': text('What is wrong with the key (RFC 6750)', 'Bearer realm="copilot-credit-usage-api"'),
  Deprecation: text('Since when the operation is deprecated (RFC 9745); absent if it is not', '@1798761600'),
  Sunset: text('When the operation will be gone (RFC 8594); absent if it stays', 'Sun, 01 Aug 2027 00:00:00 GMT'),
} as const satisfies Headers;

export type ResponseHeader = keyof typeof RESPONSE_HEADERS;

/** References to these headers, for a response. */
export const headerReferences = (names: readonly ResponseHeader[]): Headers =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
