import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyFullRateCard } from '../../../test/support/any-rate-card.js';
import { anyPricedText } from '../../../test/support/priced-texts.js';
import { createRateCard, credits, priceText, STANDARD } from '../../pricing/index.js';
import { readReceiptCells, toReceiptCells, totalOfReceipt } from './receipt-cells.js';
import { type LineForm, ReceiptForms } from './receipt-forms.js';

const words = (label: string, rate: string): LineForm => ({
  rule: 'word_length',
  label: 'Words by length',
  unit: 'word',
  parts: [{ label, rate }],
});

describe('the cells of a receipt', () => {
  it('have its numbers, and name the forms of its lines', () => {
    const forms = new ReceiptForms();
    const receipts = ['review this lease', 'why'].map((text) => toReceiptCells(priceText(STANDARD, text).lines, forms));
    expect({ receipts, forms: forms.items }).toEqual({
      receipts: ['0,,1,1,17,0.85,2,3,0.6,3,0.6,3,1,0.3,4,,-2,5,,0.25', '0,,1,1,3,0.15,6,1,0.1,1,0.1,4,,-2,5,,1.75'],
      forms: [
        { rule: 'base_cost', label: 'Base cost' },
        { rule: 'character_count', label: 'Characters', unit: 'character', rate: '0.05' },
        words('Words of 4-7 characters', '0.2'),
        { rule: 'third_vowels', label: 'Vowels in every third place', unit: 'vowel', rate: '0.3' },
        { rule: 'unique_word_bonus', label: 'Every word is different' },
        { rule: 'minimum_cost', label: 'Minimum cost' },
        words('Words of 1-3 characters', '0.1'),
      ],
    });
  });

  it('become the same lines again, with the same total, by any card of all rules', () => {
    const forms = new ReceiptForms();
    fc.assert(
      fc.property(anyFullRateCard, anyPricedText, (document, text) => {
        const { lines, total } = priceText(createRateCard(document), text);
        const cells = toReceiptCells(lines, forms);
        expect(readReceiptCells(cells, forms.items)).toEqual(lines);
        expect(totalOfReceipt(cells, forms.items, credits)).toEqual(total);
      }),
      { numRuns: 300 },
    );
  });

  it('are refused if they name a form that is not there', () => {
    expect(() => readReceiptCells('7,,1', [])).toThrow(new RangeError('no line of a receipt has the form 7'));
  });
});
