import type { Message, Report } from '../../period/message.js';
import current from '../../upstream/sample/period.json' with { type: 'json' };
import past from './past.json' with { type: 'json' };

/** An answer that the sample upstream would have given at a time in the past. */
export interface PastReading {
  readonly atMs: number;
  readonly messages: readonly Message[];
  /** Every report that existed, by its id. */
  readonly reports: ReadonlyMap<number, Report>;
}

/** Times are RFC 3339 in UTC with milliseconds, so they compare as text. */
interface SampleMessage {
  readonly id: number;
  readonly text: string;
  readonly timestamp: string;
  readonly report_id?: number | null | undefined;
  /** When its author edited it, and what it said until then. */
  readonly edited?: { readonly at: string; readonly was: string } | undefined;
  readonly deleted_at?: string | undefined;
}

interface SampleReport {
  readonly id: number;
  readonly name: string;
  readonly credit_cost: number;
}

/**
 * What was read before today, in order: two earlier periods, and the sample period as it grew. The
 * last one has the whole of that period, as upstream has it now.
 */
export const pastReadings = (): PastReading[] => [
  ...past.periods.flatMap(({ read_at, messages }) => readingsOf(read_at, messages, past.reports)),
  ...readingsOf(past.read_in_current_period_at, current.messages, current.reports),
];

const readingsOf = (
  times: readonly string[],
  messages: readonly SampleMessage[],
  reports: readonly SampleReport[],
): PastReading[] =>
  times.map((at) => ({
    atMs: Date.parse(at),
    messages: messages.filter((message) => isThereAt(at, message)).map((message) => messageAt(at, message)),
    reports: new Map(reports.map(({ id, name, credit_cost }) => [id, { id, name, creditCost: String(credit_cost) }])),
  }));

const isThereAt = (at: string, { timestamp, deleted_at }: SampleMessage): boolean =>
  timestamp <= at && (deleted_at === undefined || at < deleted_at);

const messageAt = (at: string, { id, text, timestamp, report_id, edited }: SampleMessage): Message => ({
  id,
  text: edited && at < edited.at ? edited.was : text,
  timestamp,
  ...(typeof report_id === 'number' && { reportId: report_id }),
});
