import { describe, expect, it } from '@jest/globals';
import type { Bill } from '../../billing/bill.js';
import { toPlainDecimal } from '../../pricing/index.js';
import { billOfLines, UnreadableLinesError } from './bill-of-lines.js';

const HEADER = 'message_id,nth,timestamp,report_id,text_credits,credits,rate_card,missing_since,report';
const REPORTS = [
  { id: 9, name: 'Lease Abstract', creditCost: '80' },
  { id: 9, name: 'Lease Abstract', creditCost: '79.125' },
];

const csv = (...lines: string[]): string => `${[HEADER, ...lines].join('\n')}\n`;

const PERIOD = csv(
  '1,0,2024-04-29T00:00:00.000Z,,2.5,2.5,0,,',
  '2,0,2024-04-29T01:00:00+05:30,9,1,80,0,,0',
  '2,1,2024-04-29T02:00:00.000Z,8,4,4,0,,',
  '3,0,2024-04-29T03:00:00.000Z,9,1,79.125,0,2024-04-30T00:00:00.000Z,1',
);

const rowsOf = (bill: Bill) =>
  Array.from(bill.messages.rows(), (row) => [
    bill.messages.id(row),
    bill.messages.timestamp(row),
    bill.namedReport(row)?.id,
    bill.basis(row),
    toPlainDecimal(bill.credits(row)),
  ]);

describe('the bill of sealed lines', () => {
  it('has what each message cost, by the version of the report that priced it', async () => {
    const { bill } = await billOfLines(PERIOD, REPORTS);
    expect(rowsOf(bill)).toEqual([
      [1, '2024-04-29T00:00:00.000Z', undefined, 'text', '2.5'],
      [2, '2024-04-29T01:00:00+05:30', 9, 'report', '80'],
      [2, '2024-04-29T02:00:00.000Z', 8, 'text_report_not_found', '4'],
      [3, '2024-04-29T03:00:00.000Z', 9, 'report', '79.125'],
    ]);
    expect(toPlainDecimal(bill.wholeTotal())).toBe('165.625');
  });

  it('is in the unit of its finest text price', async () => {
    const { messages } = (await billOfLines(PERIOD.replace(',,2.5,', ',,2.505,'), REPORTS)).bill;
    expect(Array.from(messages.rows(), (row) => messages.textUnits(row))).toEqual([2505, 1000, 4000, 1000]);
  });

  it('comes with the index of the rate card in each line', async () => {
    const { bill, cardIndexes } = await billOfLines(PERIOD.replace(',4,4,0,', ',4,4,12,'), REPORTS);
    expect(Array.from(bill.messages.rows(), (row) => cardIndexes.at(row))).toEqual([0, 0, 12, 0]);
  });

  it('is empty of an empty period', async () => {
    expect((await billOfLines(csv(), [])).bill.messages.length).toBe(0);
  });

  it.each([
    ['with another header', 'message_id,credits\n'],
    ['with a text price that no number holds', PERIOD.replace(',,2.5,', ',,2.12345678901234567,')],
    ['with a cell that is no price', PERIOD.replace(',,2.5,', ',,much,')],
    ['with an empty price', PERIOD.replace(',,2.5,', ',,,')],
  ])('is not made of lines %s', async (_, lines) => {
    await expect(billOfLines(lines, REPORTS)).rejects.toThrow(UnreadableLinesError);
  });
});
