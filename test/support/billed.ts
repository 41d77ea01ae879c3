import { credits, priceReport } from '../../src/pricing/index.js';
import type { Basis, BilledMessage } from '../../src/usage/billed-message.js';

interface Fields {
  readonly id?: number;
  readonly timestamp?: string;
  readonly cost?: string | number;
  /** The report that the message names. */
  readonly reportId?: number;
  /** Of that report, where it exists. */
  readonly name?: string;
}

/** A message that has its price already, for tests of what is made of a bill; the default is a question. */
export const billed = ({
  id = 1000,
  timestamp = '2026-03-02T08:14:09Z',
  cost = 1,
  ...report
}: Fields): BilledMessage => {
  const { name, reportId = name === undefined ? undefined : 7 } = report;
  return {
    message: { id, text: '', timestamp, ...(reportId !== undefined && { reportId }) },
    basis: basisOf(reportId, name),
    report: reportId === undefined || name === undefined ? undefined : { id: reportId, name, creditCost: Number(cost) },
    price: priceReport(credits(cost)),
  };
};

export const idsOf = (messages: readonly BilledMessage[]): number[] => messages.map(({ message }) => message.id);

const basisOf = (reportId?: number, name?: string): Basis => {
  if (reportId === undefined) return 'text';
  return name === undefined ? 'text_report_not_found' : 'report';
};
