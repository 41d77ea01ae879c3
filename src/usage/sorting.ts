import { compareCredits } from '../pricing/index.js';
import { instantOf } from '../time/instant.js';
import type { BilledMessage } from './billed-message.js';

const FIELDS = ['timestamp', 'credits_used', 'report_name'] as const;

type Field = (typeof FIELDS)[number];

/** A field, or a field with `-` before it: descending. */
export type SortKey = Field | `-${Field}`;

export const SORT_KEYS: readonly SortKey[] = FIELDS.flatMap((field): SortKey[] => [field, `-${field}`]);

/** A message with its time, read once: to read both at each comparison takes a large period minutes. */
interface Timed {
  readonly billed: BilledMessage;
  readonly at: bigint;
}

/** `direction` is 1, and -1 for descending. */
type Comparison = (a: Timed, b: Timed, direction: 1 | -1) => number;

const BY: Record<Field, Comparison> = {
  timestamp: ({ at: a }, { at: b }, direction) => direction * (Number(a > b) - Number(a < b)),
  credits_used: ({ billed: { price: a } }, { billed: { price: b } }, direction) =>
    direction * compareCredits(a.total, b.total),
  // By code units, so that the order is the same on every machine; no name is last, as empty cells are in a spreadsheet.
  report_name: ({ billed: { report: a } }, { billed: { report: b } }, direction) => {
    if (!a || !b) return Number(!a) - Number(!b);
    return direction * (Number(a.name > b.name) - Number(a.name < b.name));
  },
};

/** Sorted by the first key, among equals by the next; what is equal in all keeps upstream's order. */
export const sortedBy = (messages: readonly BilledMessage[], keys: readonly SortKey[]): BilledMessage[] => {
  if (keys.length === 0) return [...messages];
  return messages
    .map((billed): Timed => ({ billed, at: instantOf(billed.message.timestamp).epochNanoseconds }))
    .toSorted((a, b) => {
      for (const key of keys) {
        const field = key.replace('-', '') as Field;
        const order = BY[field](a, b, key === field ? 1 : -1);
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ billed }) => billed);
};
