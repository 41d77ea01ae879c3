import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { countTurns } from '../../test/support/count-turns.js';
import { credits, priceText, STANDARD, toDecimal } from '../pricing/index.js';
import { CreditCalculatorService } from './credit-calculator.service.js';

describe('CreditCalculatorService', () => {
  const calculator = new CreditCalculatorService();
  const costing = (creditCost: string) => new Map([[7, { id: 7, name: 'Lease Abstract', creditCost }]]);

  it.each(['', 'Summarise the lease', 'x'.repeat(500)])(
    'prices a message by its report, in one line, whatever the text: "%s"',
    async (text) => {
      const message = { text, reportId: 7 };

      expect(await calculator.bill(message, costing('79'), STANDARD)).toEqual({
        message,
        basis: 'report',
        report: { id: 7, name: 'Lease Abstract', creditCost: '79' },
        price: { lines: [{ rule: 'report_cost', label: 'Report', credits: credits(79) }], total: credits(79) },
      });
    },
  );

  it.each([
    '0',
    '0.1',
    '0.30000000000000004',
    '0.1234567890123456789',
    '1e-7',
    '1e+21',
    '5e-324',
    String(Number.MAX_VALUE),
  ])('bills the cost of a report exactly: %s', async (creditCost) => {
    const { price } = await calculator.bill({ text: 'x', reportId: 7 }, costing(creditCost), STANDARD);

    expect(price.total).toEqual(credits(creditCost));
  });

  it.each<{ text: string; total: string }>`
    text                                                            | total
    ${''}                                                           | ${'1.00'}
    ${'Are there any restrictions on alterations or improvements?'} | ${'5.20'}
    ${'orbital latibro'}                                            | ${'2.10'}
    ${'aba'}                                                        | ${'2.00'}
  `('prices "$text" by the card without a report: $total', async ({ text, total }) => {
    const question = await calculator.bill({ text }, costing('79'), STANDARD);
    const orphan = await calculator.bill({ text, reportId: 8 }, costing('79'), STANDARD);

    expect([question.basis, orphan.basis]).toEqual(['text', 'text_report_not_found']);
    expect([question.report, orphan.report]).toEqual([undefined, undefined]);
    expect([question, orphan].map(({ price }) => toDecimal(price.total))).toEqual([total, total]);
  });

  it('finds the report with the id 0', async () => {
    const free = { id: 0, name: 'Free', creditCost: '0' };

    const { report } = await calculator.bill({ text: '', reportId: 0 }, new Map([[0, free]]), STANDARD);

    expect(report).toBe(free);
  });

  it('returns the rules that made the price of a text, in their order', async () => {
    const { price } = await calculator.bill({ text: 'orbital latibro' }, new Map(), STANDARD);

    expect(price.lines.map(({ rule }) => rule)).toEqual([
      'base_cost',
      'character_count',
      'word_length',
      'third_vowels',
      'unique_word_bonus',
      'palindrome',
    ]);
  });

  it.each([
    ['one word', 'a'.repeat(900_000)],
    ['short words', 'x '.repeat(450_000)],
    ['emoji', '\u{1F600}'.repeat(220_000)],
  ])('yields every few thousand characters of a long text: %s', async (_name, text) => {
    const options = { withSpans: true };

    const { turns, result } = await countTurns(() => calculator.bill({ text }, new Map(), STANDARD, options));

    expect(text.length / turns).toBeLessThan(4096);
    // Not toEqual, which takes seconds to compare hundreds of thousands of spans.
    expect(isDeepStrictEqual(result.price, priceText(STANDARD, text, options))).toBe(true);
  });
});
