import type { PricingRule } from './pricing-rule.js';
import { type Example, EXAMPLES_SCHEMA } from './example.js';
import { RULE_KINDS } from './rule-kinds.js';

/**
 * A price list for message text. Its rules apply in this order, and the order affects the price.
 */
export interface RateCard {
  readonly id: string;
  readonly rules: readonly PricingRule[];
}

/** A rate card as data, valid by {@link RATE_CARD_SCHEMA}: rule codes with their parameters. */
export interface RateCardDocument {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly ({ readonly rule: string } & Readonly<Record<string, unknown>>)[];
}

/** A rate card as its owner writes it: with a link to its schema, and examples that prove it. */
export interface WrittenRateCard extends RateCardDocument {
  readonly $schema?: string;
  readonly vectors?: readonly Example[];
}

const MAX_RULES = 50;

/** The JSON Schema of a rate card. It allows no rule, parameter or field that it does not name. */
export const RATE_CARD_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Rate card',
  description: 'A price list for message text: rules in the order in which they apply. No rule may occur twice.',
  type: 'object',
  properties: {
    id: {
      description: 'The name of the card: a letter, then letters, digits and hyphens, in lower case',
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,63}$',
    },
    title: {
      description: 'The name of the card for people',
      type: 'string',
      minLength: 1,
      maxLength: 200,
      // RFC 8785 has no canonical form for unpaired surrogates.
      pattern: '^[^\\ud800-\\udfff]*$',
    },
    rules: {
      description: 'The rules, in the order in which they apply; none occurs twice',
      type: 'array',
      minItems: 1,
      maxItems: MAX_RULES,
      items: {
        description: 'A rule with its parameters, all of which are required',
        type: 'object',
        required: ['rule'],
        oneOf: RULE_KINDS.map(({ code, description, parameters }) => ({
          title: code,
          description,
          properties: { rule: { description, const: code }, ...(parameters as object) },
          required: ['rule', ...Object.keys(parameters)],
          additionalProperties: false,
        })),
      },
    },
    vectors: EXAMPLES_SCHEMA,
    $schema: {
      description: 'Where this schema is, for an editor to complete the card; not part of the price list',
      type: 'string',
      maxLength: 1000,
    },
  },
  required: ['id', 'title', 'rules'],
  additionalProperties: false,
} as const;

const KINDS = new Map(RULE_KINDS.map((kind) => [kind.code, kind]));

/**
 * Makes a rate card from data that is valid by {@link RATE_CARD_SCHEMA}. Throws a RangeError for an
 * unknown rule and for parameters that a rule refuses beyond its schema.
 */
export const createRateCard = ({ id, rules }: RateCardDocument): RateCard => ({
  id,
  rules: rules.map(({ rule, ...parameters }) => {
    const kind = KINDS.get(rule);
    if (!kind) throw new RangeError(`no pricing rule is called ${rule}`);
    return kind.create(parameters as never);
  }),
});
