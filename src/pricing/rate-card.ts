import type { PricingRule } from './pricing-rule.js';
import { RULE_KINDS } from './rule-kinds.js';

/** A price list for message text: its rules in the order in which they apply. The order is part of the price. */
export interface RateCard {
  readonly id: string;
  readonly rules: readonly PricingRule[];
}

/** A rate card as data: rule codes with their parameters, as {@link RATE_CARD_SCHEMA} has them. */
export interface RateCardDocument {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly ({ readonly rule: string } & Readonly<Record<string, unknown>>)[];
}

const MAX_RULES = 50;

/** The JSON Schema of a rate card. What it does not name, a rule or a parameter, no card has. */
export const RATE_CARD_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Rate card',
  description: 'A price list for message text: rules in the order in which they apply. No rule may occur twice.',
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' },
    // Without unpaired surrogates: they have no canonical form.
    title: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[^\\ud800-\\udfff]*$' },
    rules: {
      type: 'array',
      minItems: 1,
      maxItems: MAX_RULES,
      items: {
        type: 'object',
        required: ['rule'],
        oneOf: RULE_KINDS.map(({ code, parameters }) => ({
          properties: { rule: { const: code }, ...(parameters as object) },
          required: ['rule', ...Object.keys(parameters)],
          additionalProperties: false,
        })),
      },
    },
  },
  required: ['id', 'title', 'rules'],
  additionalProperties: false,
} as const;

const KINDS = new Map(RULE_KINDS.map((kind) => [kind.code, kind]));

/** Makes a card of its data, which has passed {@link RATE_CARD_SCHEMA}. Throws a RangeError for a rule that does not exist. */
export const rateCardOf = ({ id, rules }: RateCardDocument): RateCard => ({
  id,
  rules: rules.map(({ rule, ...parameters }) => {
    const kind = KINDS.get(rule);
    if (!kind) throw new RangeError(`no pricing rule is called ${rule}`);
    return kind.create(parameters as never);
  }),
});
