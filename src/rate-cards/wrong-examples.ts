import {
  credits,
  type Example,
  isEqual,
  type Price,
  priceText,
  type RateCard,
  toPlainDecimal,
} from '../pricing/index.js';
import { cut } from '../validation/cut.js';
import type { FieldError } from '../validation/invalid-input.error.js';

/** The examples that a card prices otherwise: the text, what it costs, and what was said. */
export const findWrongExamples = (card: RateCard, examples: readonly Example[]): FieldError[] =>
  examples.flatMap((example, index) => {
    const price = priceText(card, example.text);
    const field = `vectors[${index}]`;
    if (!isEqual(price.total, credits(example.credits))) {
      const said = toPlainDecimal(credits(example.credits));
      return [
        {
          field: `${field}.credits`,
          reason: `is ${said}, but ${quote(example.text)} costs ${toPlainDecimal(price.total)}`,
        },
      ];
    }
    const said = example.lines?.map(toWords).join(', ');
    const charged = toLines(price, example).map(toWords).join(', ');
    if (said === undefined || said === charged) return [];
    return [
      {
        field: `${field}.lines`,
        reason: `are ${said || 'none'}, but ${quote(example.text)} costs ${charged || 'nothing'}`,
      },
    ];
  });

interface Line {
  readonly rule: string;
  readonly quantity?: number;
  readonly credits: number | string;
}

/** The lines of a price, each with its quantity only if the line of the example has one. */
const toLines = ({ lines }: Price, example: Example): Line[] =>
  lines.map(({ rule, quantity, credits: charge }, index) => ({
    rule,
    ...(example.lines?.[index]?.quantity !== undefined && quantity !== undefined && { quantity }),
    credits: toPlainDecimal(charge),
  }));

const toWords = ({ rule, quantity, credits: charge }: Line): string =>
  `${rule}${quantity === undefined ? '' : ` of ${quantity}`} ${toPlainDecimal(credits(charge))}`;

const quote = (text: string): string => JSON.stringify(cut(text));
