/** A text with its price, which a rate card states to prove itself. */
export interface Example {
  /** The reason for the example. */
  readonly why?: string;
  readonly text: string;
  /** The exact decimal value in credits: the sum of the lines. */
  readonly credits: number;
  readonly lines?: readonly ExampleLine[];
}

interface ExampleLine {
  readonly rule: string;
  readonly quantity?: number;
  readonly credits: number;
}

/** Pricing all examples of a card, line by line, takes less than a tenth of a second. */
const MAX_EXAMPLES = 200;
const MAX_TEXT_LENGTH = 1000;

const CREDITS = { type: 'number', minimum: -1e9, maximum: 1e9 };

/** The JSON Schema of the examples of a rate card. */
export const EXAMPLES_SCHEMA = {
  description: 'Texts with their prices: a card that does not price its own examples so is refused',
  type: 'array',
  maxItems: MAX_EXAMPLES,
  items: {
    description: 'A text with its price',
    type: 'object',
    properties: {
      why: { description: 'The reason for the example', type: 'string', maxLength: 1000 },
      text: { description: 'The text of a message', type: 'string', maxLength: MAX_TEXT_LENGTH },
      credits: { description: 'What the text costs, exactly', ...CREDITS },
      lines: {
        description: 'The lines of the price in their order, one for each rule that acts; unchecked if absent',
        type: 'array',
        maxItems: 50,
        items: {
          description: 'The charge of one rule',
          type: 'object',
          properties: {
            rule: { description: 'The rule that charges', type: 'string' },
            quantity: { description: 'How many units the rule counts; unchecked if absent', type: 'integer' },
            credits: { description: 'Credits that the rule adds, negative if it takes some off', ...CREDITS },
          },
          required: ['rule', 'credits'],
          additionalProperties: false,
        },
      },
    },
    required: ['text', 'credits'],
    additionalProperties: false,
  },
} as const;
