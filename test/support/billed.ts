import { credits } from '../../src/pricing/index.js';
import { Bill } from '../../src/billing/bill.js';
import { PricedMessages } from '../../src/period/priced-messages.js';
import type { Report } from '../../src/period/message.js';

export interface BilledFields {
  readonly id?: number;
  readonly timestamp?: string;
  /** Credits: of the text, or of the report that has a name. */
  readonly cost?: string | number;
  /** The report that the message names. */
  readonly reportId?: number;
  /** Of that report, where it exists. */
  readonly name?: string;
}

/** Finer than any card, so that tests can tell amounts apart that differ in their last digit. */
const SCALE = 8;

/** A card by which a text costs what it says. */
export const literalPricer = {
  scale: SCALE,
  priceInUnits: (text: string): number => {
    const { units, scale } = credits(text);
    return Number(units) * 10 ** (SCALE - scale);
  },
};

/** The ids of reports that need none in particular start here. */
const ANOTHER_REPORT = 10_000;

/** A bill of these, for tests of what is made of one; the default is a question that costs 1. */
export const billOf = (...messages: readonly BilledFields[]): Bill => {
  const priced = new PricedMessages(literalPricer);
  const reports = new Map<number, Report>();
  for (const [place, fields] of messages.entries()) {
    const { id = 1000, timestamp = '2026-03-02T08:14:09Z', cost = 1, name } = fields;
    const { reportId = name === undefined ? undefined : ANOTHER_REPORT + place } = fields;
    const text = name === undefined ? String(cost) : '0';
    priced.collect([{ id, text, timestamp, ...(reportId !== undefined && { reportId }) }]);
    if (name !== undefined && reportId !== undefined) {
      reports.set(reportId, { id: reportId, name, creditCost: String(cost) });
    }
  }
  return new Bill({ messages: priced.table, reports });
};

export const idsOf = (bill: Bill, rows: Uint32Array): number[] => Array.from(rows, (row) => bill.messages.id(row));
