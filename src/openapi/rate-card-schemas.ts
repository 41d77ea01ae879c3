import { getSchemaPath } from '@nestjs/swagger';
import { RATE_CARD_SCHEMA } from '../pricing/index.js';

/** The name of the schema of a rate card as data, for references. */
export const RATE_CARD_DOCUMENT = 'RateCardDocument';
const RULE = 'RateCardRule';

/**
 * The JSON Schema of a rate card, cut into named schemas: one for the card and one for each rule,
 * such as `BaseCostRule`. A generated client has types for them that tell the rules apart.
 */
export const rateCardSchemas = (): Record<string, object> => {
  const { description, type, properties, required, additionalProperties } = RATE_CARD_SCHEMA;
  const { rules } = properties;
  const kinds = rules.items.oneOf.map(({ title, ...kind }) => ({ name: nameOf(title), code: title, kind }));
  return {
    [RATE_CARD_DOCUMENT]: {
      description,
      type,
      properties: { ...properties, rules: { ...rules, items: { $ref: getSchemaPath(RULE) } } },
      required,
      additionalProperties,
    },
    [RULE]: {
      description: rules.items.description,
      oneOf: kinds.map(({ name }) => ({ $ref: getSchemaPath(name) })),
      discriminator: {
        propertyName: 'rule',
        mapping: Object.fromEntries(kinds.map(({ name, code }) => [code, getSchemaPath(name)])),
      },
    },
    ...Object.fromEntries(kinds.map(({ name, kind }) => [name, { type: 'object', ...kind }])),
  };
};

const nameOf = (code: string): string =>
  `${code.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Rule`;
