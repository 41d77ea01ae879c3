import { credits, type Credits, plus, type PriceLine, toPlainDecimal, ZERO } from '../../pricing/index.js';
import type { LineForm, ReceiptForms } from './receipt-forms.js';

/**
 * The lines of a receipt as cells: of each line the index of its form, its quantity (empty if it has
 * none) and its amount, and then the quantity and amount of each of its parts: `0,,1,1,64,3.2`.
 */
export const toReceiptCells = (lines: readonly PriceLine[], forms: ReceiptForms): string => {
  const cells: (string | number)[] = [];
  for (const line of lines) {
    cells.push(forms.indexOf(line), line.quantity ?? '', toPlainDecimal(line.credits));
    for (const { quantity, credits: amount } of line.parts ?? []) cells.push(quantity, toPlainDecimal(amount));
  }
  return cells.join(',');
};

/** The inverse of {@link toReceiptCells}. Throws a RangeError for cells that it did not write. */
export const readReceiptCells = (receipt: string, forms: readonly LineForm[]): PriceLine[] =>
  Array.from(lineCells(receipt, forms), ({ form, quantity, amount, parts }) => ({
    rule: form.rule,
    label: form.label,
    ...(quantity !== '' && { quantity: Number(quantity) }),
    ...(form.unit !== undefined && { unit: form.unit }),
    ...(form.rate !== undefined && { rate: credits(form.rate) }),
    ...(form.parts && {
      parts: form.parts.map(({ label, rate }, index) => ({
        label,
        quantity: Number(parts[2 * index]),
        rate: credits(rate),
        credits: credits(parts[2 * index + 1] ?? ''),
      })),
    }),
    credits: credits(amount),
  }));

/**
 * The sum of the lines of a receipt. `amountOf` reads a decimal. Throws a RangeError for cells that
 * {@link toReceiptCells} did not write.
 */
export const totalOfReceipt = (
  receipt: string,
  forms: readonly LineForm[],
  amountOf: (decimal: string) => Credits,
): Credits => {
  const cells = toCells(receipt);
  let total = ZERO;
  for (let start = 0; start < cells.length; start = endOfLine(cells, start, forms))
    total = plus(total, amountOf(cells[start + 2] ?? ''));
  return total;
};

interface LineCells {
  readonly form: LineForm;
  readonly quantity: string;
  readonly amount: string;
  readonly parts: readonly string[];
}

function* lineCells(receipt: string, forms: readonly LineForm[]): Generator<LineCells> {
  const cells = toCells(receipt);
  let end = 0;
  for (let start = 0; start < cells.length; start = end) {
    const [quantity = '', amount = ''] = cells.slice(start + 1, start + 3);
    end = endOfLine(cells, start, forms);
    yield { form: formAt(cells, start, forms), quantity, amount, parts: cells.slice(start + 3, end) };
  }
}

const toCells = (receipt: string): string[] => (receipt === '' ? [] : receipt.split(','));

const formAt = (cells: readonly string[], start: number, forms: readonly LineForm[]): LineForm => {
  const form = forms[Number(cells[start])];
  if (!form) throw new RangeError(`no line of a receipt has the form ${cells[start]}`);
  return form;
};

const endOfLine = (cells: readonly string[], start: number, forms: readonly LineForm[]): number =>
  start + 3 + 2 * (formAt(cells, start, forms).parts?.length ?? 0);
