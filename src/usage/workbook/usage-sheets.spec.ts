import { describe, expect, it } from '@jest/globals';
import { Bill } from '../../billing/bill.js';
import { PricedMessages } from '../../period/priced-messages.js';
import { createTextPricer, STANDARD } from '../../pricing/index.js';
import { ROWS_MAX } from '../../spreadsheet/rows-max.js';
import { TooManyRowsError } from '../../spreadsheet/too-many-rows.error.js';
import { TimeSlice } from '../../time/time-slice.js';
import { toUsageSheets } from './usage-sheets.js';

const priced = new PricedMessages(createTextPricer(STANDARD));
priced.collect([{ id: 1, text: 'aba', timestamp: '2026-03-02T08:14:09.412Z' }]);
const bill = new Bill({ messages: priced.table, reports: new Map() });

/** The sheets of a page that has the one message this many times. */

const sheetsOf = (messages: number) =>
  toUsageSheets(
    {
      billed: { bill, ageMs: undefined, period: undefined, rowCards: { cards: [], indexOf: () => 0 } },
      page: { rows: new Uint32Array(messages) },
      validity: { etag: '""' },
      timeSlice: new TimeSlice(),
    },
    {},
  );

describe('the sheets of a bill', () => {
  it('are refused if a sheet has not enough rows for the messages, before anything is written', async () => {
    const refused = sheetsOf(ROWS_MAX);
    await expect(refused).rejects.toBeInstanceOf(TooManyRowsError);
    await expect(refused).rejects.toMatchObject({
      code: 'invalid-request',
      message:
        'A sheet has at most 1,048,575 rows below its head: select less, with from and to for example, or take the CSV',
    });
  });

  it('are made of as many messages as there are rows below the head', async () => {
    const sheets = await sheetsOf(ROWS_MAX - 1);
    expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Reports', 'Messages']);
  });
});
