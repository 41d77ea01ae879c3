import { randomOf } from './random.js';
import { textOf } from './texts.js';

export const MESSAGES = '/messages/current-period';

/** A period that is made, not read: the same one for the same numbers. */
export interface PeriodSpec {
  readonly messages: number;
  /** How many reports messages name, and how many of these do not exist. */
  readonly reports: number;
  readonly missingReports: number;
  /** Another seed is another period: other texts and other report ids. */
  readonly seed: number;
  /** Days that the messages are spread over, evenly; 31 where it is not given. */
  readonly days?: number;
}

/** As many messages and reports as a real period has. */
export const SMALL_PERIOD: PeriodSpec = { messages: 110, reports: 8, missingReports: 3, seed: 1 };

/** A large period of `messages` messages, which name 50 reports and 5 missing ones. */
export const largePeriod = (messages: number): PeriodSpec => ({ messages, reports: 50, missingReports: 5, seed: 1 });

/** Ids ascend from here, one by one. */
export const FIRST_MESSAGE_ID = 1000;
const FIRST_REPORT_ID = 1000;
const FIRST_MOMENT = Date.parse('2026-03-01T00:00:00.123Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 31;
/** 35 of 110 messages name a report, one after every two or three that name none. */
const NAMING = { of: 110, are: 35 };
const NAMES = [
  'Tenant Obligations Report',
  'Lease Abstract',
  'Break Clause Review',
  'Title Summary',
  'Service Charge Report',
];
const CHUNK_CHARACTERS = 65_536;

export interface Report {
  readonly id: number;
  readonly name: string;
  readonly credit_cost: number;
}

/** The reports that exist. */
export const reportsOf = ({ reports, missingReports, seed }: PeriodSpec): Report[] =>
  Array.from({ length: reports - missingReports }, (_, index) => ({
    id: reportId(seed, index),
    name: `${NAMES[index % NAMES.length]} ${index + 1}`,
    credit_cost: 20 + ((index * 37) % 90),
  }));

/** The body of the messages in pieces of some 64 kB, one at a time: a large period never exists as objects. */
export function* messagesBody({ messages, reports, seed, days = DAYS }: PeriodSpec): Generator<string> {
  const random = randomOf(seed);
  const periodMs = days * DAY_MS;
  let chunk = '{"messages":[';
  for (let index = 0; index < messages; index += 1) {
    const text = textOf(random);
    const timestamp = new Date(FIRST_MOMENT + Math.floor(((index / messages) * periodMs) / 1000) * 1000).toISOString();
    const named = (index * NAMING.are) % NAMING.of < NAMING.are;
    const report = named ? `,"report_id":${reportId(seed, Math.floor(random() * reports))}` : '';
    const comma = index > 0 ? ',' : '';
    chunk += `${comma}{"id":${FIRST_MESSAGE_ID + index},"text":"${text}","timestamp":"${timestamp}"${report}}`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}]}`;
}

/** The id of the report with this index, whether it exists or not. */
export const reportId = (seed: number, index: number): number => FIRST_REPORT_ID + seed * 100 + index;
