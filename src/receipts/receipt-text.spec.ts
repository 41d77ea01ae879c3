import { describe, expect, it } from '@jest/globals';
import { exact } from '../../test/support/exact.js';
import { explainPrice } from '../billing/explanation/explain-price.js';
import { createRateCard, priceText } from '../pricing/index.js';
import { formatReceipt } from './receipt-text.js';
import type { ReceiptLineDto } from '../billing/explanation/price-explanation.dto.js';
import type { ReceiptDto } from './receipt.dto.js';

const RECEIPT: ReceiptDto = {
  message_id: 1000,
  timestamp: '2026-03-02T08:14:09.412Z',
  basis: 'text',
  credits_used: exact(1),
  rate_card: { id: 'of-our-own', sha256: 'ab' },
  lines: [],
};

const HEAD = 'Message 1000 of 2026-03-02T08:14:09.412Z cost 1.00 credits.\n';
const BY_TEXT = 'It is priced by its text, with the rate card "of-our-own":\n';

const line = (fields: Partial<ReceiptLineDto>): ReceiptLineDto => ({
  rule: 'any_rule',
  label: 'Any rule',
  credits: exact(1),
  running_total: exact(1),
  ...fields,
});

describe('the sentence of a line', () => {
  it.each<{ behaviour: string; fields: Partial<ReceiptLineDto>; sentence: string }>`
    behaviour                          | fields                                                                             | sentence
    ${'says an amount alone'}          | ${{}}                                                                              | ${'Any rule: 1.00, which makes 1.00.'}
    ${'says what was taken off'}       | ${{ credits: exact(-2), running_total: exact(-0.8) }}                              | ${'Any rule: -2.00, which makes -0.80.'}
    ${'says amounts finer than cents'} | ${{ credits: exact(0.0005), running_total: exact(12.3456) }}                       | ${'Any rule: 0.0005, which makes 12.3456.'}
    ${'says one in the singular'}      | ${{ quantity: 1, unit: 'vowel', rate: exact(0.3) }}                                | ${'Any rule: 1 vowel at 0.30, 1.00, which makes 1.00.'}
    ${'says several in the plural'}    | ${{ quantity: 2, unit: 'vowel', rate: exact(0.3) }}                                | ${'Any rule: 2 vowels at 0.30, 1.00, which makes 1.00.'}
    ${'says a count without a rate'}   | ${{ quantity: 17, unit: 'character' }}                                             | ${'Any rule: 17 characters, 1.00, which makes 1.00.'}
    ${'says what makes it up'}         | ${{ parts: [{ label: 'A', quantity: 2, rate: exact(0.1), credits: exact(0.2) }] }} | ${'Any rule: 1.00 (A: 2 at 0.10), which makes 1.00.'}
    ${'says nothing of no parts'}      | ${{ parts: [] }}                                                                   | ${'Any rule: 1.00, which makes 1.00.'}
  `('$behaviour', ({ fields, sentence }) => {
    expect(formatReceipt({ ...RECEIPT, lines: [line(fields)] }, true)).toBe(`${HEAD}${BY_TEXT}- ${sentence}\n`);
  });
});

describe('a receipt as sentences', () => {
  it('explains tiers, an allowance, a discount and a cap', () => {
    const card = createRateCard({
      id: 'of-our-own',
      title: 'Of our own',
      rules: [
        {
          rule: 'tiered_characters',
          bands: [{ up_to_characters: 10, credits_per_character: 0.05 }, { credits_per_character: 0.03 }],
        },
        { rule: 'free_allowance_per_message', characters: 5, credits_per_character: 0.05 },
        { rule: 'percentage', percent: -10, decimals: 2, rounding: 'half_up' },
        { rule: 'maximum_cost', credits: 0.4 },
      ],
    });
    const price = priceText(card, 'Review a break date.');
    const explained = explainPrice({ basis: 'text', price, message: {}, report: undefined }, RECEIPT.rate_card);

    expect(formatReceipt({ ...RECEIPT, ...explained }, true)).toBe(
      [
        'Message 1000 of 2026-03-02T08:14:09.412Z cost 0.40 credits.',
        'It is priced by its text, with the rate card "of-our-own":',
        '- Characters by tier: 20 characters, 0.80 (Characters 1-10: 10 at 0.05; Characters 11 or more: 10 at 0.03), which makes 0.80.',
        '- First 5 characters free: 5 characters at -0.05, -0.25, which makes 0.55.',
        '- Discount of 10 %: -0.06, which makes 0.49.',
        '- Maximum cost: -0.09, which makes 0.40.',
        '',
      ].join('\n'),
    );
  });

  it('names a report that priced it', () => {
    const receipt: ReceiptDto = { ...RECEIPT, basis: 'report', report: { id: 7, name: 'Lease Abstract' } };
    expect(formatReceipt(receipt, true)).toBe(
      `${HEAD}It generated the report "Lease Abstract" (7), and costs what the report costs.\n`,
    );
  });

  it.each`
    what                         | name                                                  | shown
    ${'a second line'}           | ${'A\n- Base cost: 1.00, which makes 999.00.'}        | ${'A\uFFFD- Base cost: 1.00, which makes 999.00.'}
    ${'one after CRLF'}          | ${'A\r\nB'}                                           | ${'A\uFFFD\uFFFDB'}
    ${'line ends of Unicode'}    | ${'A\u2028B\u2029C\u0085D\u000BE\u000CF'}             | ${'A\uFFFDB\uFFFDC\uFFFDD\uFFFDE\uFFFDF'}
    ${'another direction'}       | ${'A\u202E00.5\u202C \u20661\u2069'}                  | ${'A\uFFFD00.5\uFFFD \uFFFD1\uFFFD'}
    ${'controls of a terminal'}  | ${'\u001B[2J\u009B1A\u0008\u007F\u0000\t'}            | ${'\uFFFD[2J\uFFFD1A\uFFFD\uFFFD\uFFFD\uFFFD'}
    ${'letters of any language'} | ${'Mietvertrag Café \u05D0\u05D1 🏠 \u200Da \u00A0b'} | ${'Mietvertrag Café \u05D0\u05D1 🏠 \u200Da \u00A0b'}
  `('shows a name with $what as one', ({ name, shown }) => {
    const receipt: ReceiptDto = { ...RECEIPT, basis: 'report', report: { id: 7, name: String(name) } };
    expect(formatReceipt(receipt, true)).toBe(
      `${HEAD}It generated the report "${shown}" (7), and costs what the report costs.\n`,
    );
  });

  it('lets no line of a text, nor a label of a rate card, read as a line of the receipt', () => {
    const receipt: ReceiptDto = {
      ...RECEIPT,
      lines: [line({ label: 'A\nB', quantity: 1, unit: 'u\nv' })],
      text: 'What?\n- Base cost: 1.00\r\nMessage 1\u2028of\u0085\u202E',
    };
    expect(formatReceipt(receipt, true)).toBe(
      `${HEAD}${BY_TEXT}- A\uFFFDB: 1 u\uFFFDv, 1.00, which makes 1.00.\n` +
        'The message reads: What?\n  - Base cost: 1.00\n  Message 1\n  of\n  \uFFFD\n',
    );
  });

  it('says what the message would cost by a card that does not bill', () => {
    expect(formatReceipt(RECEIPT, false)).toBe(
      `Message 1000 of 2026-03-02T08:14:09.412Z would cost 1.00 credits.\n${BY_TEXT}`,
    );
  });

  it('names a report that does not exist', () => {
    const receipt: ReceiptDto = { ...RECEIPT, basis: 'text_report_not_found', report: { id: 0 } };
    expect(formatReceipt(receipt, true)).toBe(`${HEAD}The report 0 that it names does not exist. ${BY_TEXT}`);
  });

  it('quotes the text if the receipt has one, even an empty one', () => {
    expect(formatReceipt({ ...RECEIPT, text: 'What is the rent?' }, true)).toBe(
      `${HEAD}${BY_TEXT}The message reads: What is the rent?\n`,
    );
    expect(formatReceipt({ ...RECEIPT, text: '' }, true)).toBe(`${HEAD}${BY_TEXT}The message reads: \n`);
  });
});
