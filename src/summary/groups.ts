import { reportOf } from '../receipts/explain-price.js';
import type { BilledMessage } from '../usage/billed-message.js';
import type { SummaryGroupDto } from './summary.dto.js';

export const GROUPINGS = ['report', 'basis'] as const;

export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  readonly labels: SummaryGroupDto;
  readonly messages: readonly BilledMessage[];
}

/**
 * The messages by their report (null: none named), by their basis, or by both, in the order in which the groups first occur.
 * There is always one group at least, an empty one for no messages: an empty window is a window too.
 */
export const groupsOf = (messages: readonly BilledMessage[], groupings: readonly Grouping[]): Group[] => {
  if (messages.length === 0) return [{ labels: {}, messages }];
  const groups = new Map<string, { labels: SummaryGroupDto; messages: BilledMessage[] }>();
  for (const message of messages) {
    const labels = labelsOf(message, groupings);
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { labels, messages: [] };
    group.messages.push(message);
    groups.set(key, group);
  }
  return [...groups.values()];
};

const labelsOf = (billed: BilledMessage, groupings: readonly Grouping[]): SummaryGroupDto => ({
  ...(groupings.includes('report') && { report: reportOf(billed) ?? null }),
  ...(groupings.includes('basis') && { basis: billed.basis }),
});
