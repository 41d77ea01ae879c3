import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { InvalidInputError } from '../validation/invalid-input.error.js';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** A string of RFC 8941: printable ASCII in quotes, with `\"` and `\\` for a quote and a backslash. */
const QUOTED = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;
/** Printable ASCII without spaces and quotes. */
const BARE = /^[!#-~]+$/;
const MAX_LENGTH = 255;

const RULE =
  'must be a request header with 1 to 255 printable ASCII characters that you choose anew for each adjustment, such as ' +
  'a UUID: the same key books once, however often it is sent';

/**
 * The key in an `Idempotency-Key` header, which may have quotes, as the IETF draft asks, or none.
 * Throws an InvalidInputError for any other value.
 */
export const parseIdempotencyKey = (header: unknown): string => {
  const text = typeof header === 'string' ? header.trim() : '';
  const key = QUOTED.exec(text)?.[1]?.replaceAll(/\\(.)/g, '$1') ?? BARE.exec(text)?.[0] ?? '';
  if (key.length === 0 || key.length > MAX_LENGTH)
    throw new InvalidInputError([{ field: IDEMPOTENCY_KEY, reason: RULE }]);
  return key;
};

/** Parameter decorator: the key of the request's `Idempotency-Key` header. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  parseIdempotencyKey(context.switchToHttp().getRequest<Request>().headers['idempotency-key']),
);
