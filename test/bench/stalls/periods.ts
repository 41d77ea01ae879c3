import { FIRST_MESSAGE_ID, type PeriodSpec, reportId } from '../upstream/period.js';

/** A period that the service is asked about; without a `spec` it is the bundled sample. */
export interface StallPeriod {
  readonly name: string;
  readonly spec?: PeriodSpec;
  /** The id of a message in the middle of it. */
  readonly messageId: number;
  /** A calendar year that has messages. */
  readonly year: number;
  /** Ids of reports that messages name, most of which exist. */
  readonly reportIds: readonly number[];
}

const SAMPLE: StallPeriod = {
  name: 'sample',
  messageId: 2033,
  year: 2026,
  reportIds: [6101, 6117, 6148, 6155, 6203, 6220, 6239, 6264],
};

const REPORTS = 1000;
const SEED = 1;

const made = (name: string, messages: number, days?: number): StallPeriod => ({
  name,
  spec: { messages, reports: REPORTS, missingReports: 50, seed: SEED, ...(days !== undefined && { days }) },
  messageId: FIRST_MESSAGE_ID + Math.floor(messages / 2),
  year: 2026,
  reportIds: Array.from({ length: REPORTS }, (_, index) => reportId(SEED, index)),
});

/** From the sample to a million messages; none larger than `largest`. */
export const stallPeriods = (largest: number): StallPeriod[] =>
  [
    SAMPLE,
    made('20,000 messages on as many days', 20_000, 20_000),
    made('300,000 messages', 300_000),
    made('1,000,000 messages', 1_000_000),
  ].filter(({ spec }) => (spec?.messages ?? 0) <= largest);
