import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { namedExamples } from './examples.js';

interface Answer {
  /** Its shape; several where it depends on the request. */
  readonly type: Type | readonly Type[];
  readonly description?: string;
  /** Requests of `examples.json` that are answered with it. */
  readonly examples: readonly string[];
  /** Other formats, with an example of each. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** Documents the answer (200) of a route, with examples that are true on the sample period. */
export const ApiAnswer = ({ type, description = 'As asked for', examples, formats = {} }: Answer): MethodDecorator => {
  const types = [type].flat();
  const schemas = types.map((model) => ({ $ref: getSchemaPath(model) }));
  const others = Object.entries(formats).map(([media, example]) => [media, { schema: { type: 'string' }, example }]);
  return applyDecorators(
    ApiExtraModels(...types),
    ApiOkResponse({
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
