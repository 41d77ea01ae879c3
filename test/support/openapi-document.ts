import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type OperationObject = NonNullable<PathItem['get']>;

export interface Operation {
  /** Method and path, such as `GET /v1/usage`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** The document that is committed as `openapi.json`; a test compares it with the served one. */
export const committedDocument = (): OpenAPIObject =>
  JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as OpenAPIObject;

/** Every operation of a document, in its order. */
export const operationsOf = ({ paths }: OpenAPIObject): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, OperationObject>).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method,
      path,
      operation,
    })),
  );
