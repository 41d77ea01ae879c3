import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { namedExamples } from './examples.js';

interface Answer {
  /** Class of the body; several if it depends on the request. */
  readonly type: Type | readonly Type[];
  readonly description?: string;
  /** 200 by default. */
  readonly status?: 200 | 201;
  /** Keys of `examples.json` whose answers are shown. */
  readonly examples: readonly string[];
  /** Media types of the other formats, each with an example. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** Documents the answer of a route, with examples that the service answers on the sample period. */
export const ApiAnswer = ({
  type,
  description = 'The requested resource',
  status = 200,
  examples,
  formats = {},
}: Answer): MethodDecorator => {
  const types = [type].flat();
  const schemas = types.map((model) => ({ $ref: getSchemaPath(model) }));
  const others = Object.entries(formats).map(([media, example]) => [media, { schema: { type: 'string' }, example }]);
  return applyDecorators(
    ApiExtraModels(...types),
    ApiResponse({
      status,
      description,
      content: {
        'application/json': {
          schema: schemas.length === 1 ? { ...schemas[0] } : { oneOf: schemas },
          examples: namedExamples('answer', examples),
        },
        ...Object.fromEntries(others),
      },
    }),
  );
};
