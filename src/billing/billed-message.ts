import type { Price } from '../pricing/index.js';
import type { Message, Report } from '../period/message.js';

/** What priced a message: its report, its text, or its text because its report does not exist. */
export const BASES = ['report', 'text', 'text_report_not_found'] as const;

export type Basis = (typeof BASES)[number];

/** What prices a message that names this report, or none. `report` is undefined if it does not exist. */
export const basisOf = (reportId: number | undefined, report: Report | undefined): Basis => {
  if (report) return 'report';
  return reportId === undefined ? 'text' : 'text_report_not_found';
};

/** The part of a message that its price depends on. */
export type PricedText = Pick<Message, 'text' | 'reportId'>;

/** A message and what it cost, with the report that priced it if one did. */
export interface BilledMessage<Priced extends PricedText = Message> {
  readonly message: Priced;
  readonly basis: Basis;
  readonly report: Report | undefined;
  readonly price: Price;
}
