import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyFullRateCard } from '../../../test/support/any-rate-card.js';
import { anyPricedText } from '../../../test/support/priced-texts.js';
import { createRateCard, priceText, toCredits } from '../../pricing/index.js';
import { toReceiptCells } from './receipt-cells.js';
import { ReceiptForms } from './receipt-forms.js';
import { receiptUnits } from './receipt-units.js';

const FORMS = [{ rule: 'base_cost', label: 'Base cost' }];

describe('the units of a receipt', () => {
  it('are its total, by any card of all rules, where they can tell it', () => {
    const forms = new ReceiptForms();
    fc.assert(
      fc.property(anyFullRateCard, anyPricedText, fc.integer({ min: 2, max: 6 }), (document, text, scale) => {
        const { lines, total } = priceText(createRateCard(document), text);
        const units = receiptUnits(toReceiptCells(lines, forms), forms.items, scale);
        expect(units === undefined ? total : toCredits(units, scale)).toEqual(total);
      }),
    );
  });

  it.each<{ receipt: string; units: number | undefined }>`
    receipt               | units
    ${'0,,1.25'}          | ${125}
    ${'0,,1.25,0,7,-0.5'} | ${75}
    ${'0,,1.255'}         | ${undefined}
  `('of $receipt are $units', ({ receipt, units }) => expect(receiptUnits(receipt, FORMS, 2)).toBe(units));

  it.each(['', '1,,1', '0,1', '0,,x', '0,,90071992547409.92', '0,,90071992547409.9,0,,1'])(
    'are refused of "%s"',
    (receipt) => expect(() => receiptUnits(receipt, FORMS, 2)).toThrow(RangeError),
  );
});
