import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { namedExamples } from './examples.js';
import { headerReferences, type ResponseHeader } from './response-headers.js';

interface Answer {
  /** Class of the body; several if it depends on the request. */
  readonly type: Type | readonly Type[];
  readonly description?: string;
  /** 200 by default. */
  readonly status?: 200 | 201;
  /** Keys of `examples.json` whose answers are shown. */
  readonly examples: readonly string[];
  /** Headers of this answer, beside those of every answer. */
  readonly headers?: readonly ResponseHeader[];
}

/**
 * Documents the answer of a route in JSON, with examples that the service answers on the sample
 * period. Other formats of the route are not declared, only described: a client that is generated
 * from several media types of one status has a body of no certain type.
 */
export const ApiAnswer = ({
  type,
  description = 'The requested resource',
  status = 200,
  examples,
  headers = [],
}: Answer): MethodDecorator => {
  const types = [type].flat();
  const schemas = types.map((model) => ({ $ref: getSchemaPath(model) }));
  const [first, ...others] = schemas;
  return applyDecorators(
    ApiExtraModels(...types),
    ApiResponse({
      status,
      description,
      headers: headerReferences(headers),
      content: {
        'application/json': {
          schema: first && others.length === 0 ? first : { oneOf: schemas },
          examples: namedExamples('answer', examples),
        },
      },
    }),
  );
};
