import { json } from './answers.js';
import { type FakeUpstream, MESSAGES } from './fake-upstream.js';
import { message, period, report } from './period.js';

/**
 * Six messages that differ in whatever a bill can be asked by, not in the order of their times: offsets, fractions finer than
 * a millisecond, small letters in timestamps, each basis, one report that does not exist.
 */
const MESSAGES_OF_PERIOD = [
  message({
    id: 1,
    text: 'Are there any restrictions on alterations or improvements?',
    timestamp: '2026-03-02T08:00:00.000Z',
  }),
  message({ id: 2, report_id: 7, timestamp: '2026-03-02T23:30:00-01:00' }),
  message({ id: 3, report_id: 8, timestamp: '2026-03-03t09:00:00.0000005z', text: 'lease lease' }),
  message({ id: 4, report_id: 9, timestamp: '2026-03-03T09:00:00Z' }),
  message({ id: 5, text: 'orbital latibro', timestamp: '2026-03-06T00:00:00Z' }),
  message({ id: 6, report_id: null, timestamp: '2026-03-04T12:00:00.123456789+05:30' }),
];

/** The entry of each message, by its id. */
const ENTRIES: Record<number, object> = {
  1: { message_id: 1, timestamp: '2026-03-02T08:00:00.000Z', credits_used: 5.2 },
  2: { message_id: 2, timestamp: '2026-03-02T23:30:00-01:00', report_name: 'Lease Abstract', credits_used: 45 },
  3: { message_id: 3, timestamp: '2026-03-03t09:00:00.0000005z', credits_used: 2.55 },
  4: { message_id: 4, timestamp: '2026-03-03T09:00:00Z', report_name: 'Break Options', credits_used: 12.345 },
  5: { message_id: 5, timestamp: '2026-03-06T00:00:00Z', credits_used: 2.1 },
  6: { message_id: 6, timestamp: '2026-03-04T12:00:00.123456789+05:30', credits_used: 1.05 },
};

/** The entries of these messages, in this order. */
export const entriesOf = (...ids: readonly number[]): unknown[] => ids.map((id) => ENTRIES[id]);

export const CSV_HEADER = 'message_id,timestamp,report_name,credits_used';

/** The bill of the period as a CSV file. */
export const MIXED_CSV = [
  CSV_HEADER,
  '1,2026-03-02T08:00:00.000Z,,5.2',
  '2,2026-03-02T23:30:00-01:00,Lease Abstract,45',
  '3,2026-03-03t09:00:00.0000005z,,2.55',
  '4,2026-03-03T09:00:00Z,Break Options,12.345',
  '5,2026-03-06T00:00:00Z,,2.1',
  '6,2026-03-04T12:00:00.123456789+05:30,,1.05',
  '',
].join('\r\n');

/** The same as NDJSON. */
export const MIXED_NDJSON = entriesOf(1, 2, 3, 4, 5, 6)
  .map((entry) => `${JSON.stringify(entry)}\n`)
  .join('');

export const serveMixedPeriod = (upstream: FakeUpstream): FakeUpstream =>
  upstream
    .on(MESSAGES, json(period(...MESSAGES_OF_PERIOD)))
    .on('/reports/7', json(report()))
    .on('/reports/9', json(report({ id: 9, name: 'Break Options', credit_cost: 12.345 })));
