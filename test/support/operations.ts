import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Method } from './use-service.js';

interface Operation {
  readonly method: Method;
  /** As a URI template: `/v1/rate-cards/{id}`. */
  readonly path: string;
  /** The names of its query parameters. */
  readonly query: readonly string[];
  readonly hasBody: boolean;
}

interface DocumentedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
}

const { paths } = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as OpenAPIObject;

/** Every operation of the committed OpenAPI document. */
export const OPERATIONS: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, DocumentedOperation>).map(([method, { parameters = [], requestBody }]) => ({
    method: method as Method,
    path,
    query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
    hasBody: requestBody !== undefined,
  })),
);
