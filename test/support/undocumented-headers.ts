import type { Response } from 'supertest';
import { RESPONSE_HEADERS } from '../../src/openapi/response-headers.js';

type Responses = Readonly<Record<string, { readonly headers?: object } | undefined>>;

/**
 * Headers of an answer that the document has for some operation, and not for this one, whose
 * documented responses these are.
 */
export const undocumentedHeaders = ({ status, headers }: Response, responses: Responses | undefined): string[] => {
  const documented = Object.keys(responses?.[status]?.headers ?? {});
  return Object.keys(RESPONSE_HEADERS).filter(
    (name) => headers[name.toLowerCase()] !== undefined && !documented.includes(name),
  );
};
