import type { LedgerPeriod } from '../ledger-period.js';
import type { SelectionQueryDto } from './selection-query.dto.js';

/** What a file is of, for people: names with what they are. */
export type SelectionFacts = readonly (readonly [name: string, fact: string])[];

/** The period that a file is of, its digest if it is closed, and what the query selects of it. */
export const toSelectionFacts = (query: SelectionQueryDto, period: LedgerPeriod | undefined): SelectionFacts => [
  ['Period', period ? `${period.id}, ${STATUSES[period.status]}` : 'current, as the upstream has it'],
  ['Digest (SHA-256)', period?.digest ?? 'none: the period is not closed'],
  ['Messages', toFilters(query).join(', ') || 'all'],
  ['Time zone', query.time_zone ?? 'UTC'],
];

const STATUSES = { open: 'open', grace: 'ended, may still be revised', closed: 'closed' } as const;

const toFilters = ({ from, to, basis, message_id, report_id, min_credits }: SelectionQueryDto): string[] => [
  ...(from === undefined ? [] : [`from ${from}`]),
  ...(to === undefined ? [] : [`before ${to}`]),
  ...(basis === undefined ? [] : [`of the basis ${basis}`]),
  ...(message_id === undefined ? [] : [`with the id ${message_id}`]),
  ...(report_id === undefined ? [] : [`that name report ${report_id}`]),
  ...(min_credits === undefined ? [] : [`of ${min_credits} credits or more`]),
];
