import { type Credits, isEqual, type PriceLine, toPlainDecimal } from '../../pricing/index.js';

/** A line of a receipt without its numbers, which many receipts have in common. Rates are decimals. */
export interface LineForm {
  readonly rule: string;
  readonly label: string;
  readonly unit?: string;
  readonly rate?: string;
  readonly parts?: readonly { readonly label: string; readonly rate: string }[];
}

/** Lists the forms of the lines of many receipts, each once. */
export class ReceiptForms {
  readonly items: LineForm[] = [];
  /** A line of each form: comparing lines is cheaper than making the form of each. */
  private readonly examples: PriceLine[] = [];

  indexOf(line: PriceLine): number {
    const index = this.examples.findIndex((example) => haveSameForm(example, line));
    if (index >= 0) return index;
    this.examples.push(line);
    return this.items.push(formOf(line)) - 1;
  }
}

const haveSameForm = (a: PriceLine, b: PriceLine): boolean =>
  a.rule === b.rule &&
  a.label === b.label &&
  a.unit === b.unit &&
  areSameRate(a.rate, b.rate) &&
  a.parts?.length === b.parts?.length &&
  (a.parts ?? []).every(
    (part, index) => part.label === b.parts?.[index]?.label && areSameRate(part.rate, b.parts[index].rate),
  );

const areSameRate = (a: Credits | undefined, b: Credits | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isEqual(a, b));

const formOf = ({ rule, label, unit, rate, parts }: PriceLine): LineForm => ({
  rule,
  label,
  ...(unit !== undefined && { unit }),
  ...(rate && { rate: toPlainDecimal(rate) }),
  ...(parts && { parts: parts.map((part) => ({ label: part.label, rate: toPlainDecimal(part.rate) })) }),
});
