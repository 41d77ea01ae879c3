import type { OutgoingHttpHeaders } from 'node:http';
import type { StallPeriod } from './periods.js';

/** One request that asks much of the service. */
export interface Question {
  readonly path: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  readonly body?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** What makes it heavy, where its path does not say. */
  readonly what?: string;
  readonly expectedStatus: number;
}

const get = (path: string, headers: OutgoingHttpHeaders = {}): Question => ({ path, headers, expectedStatus: 200 });

const refused = (path: string): Question => ({ path, expectedStatus: 400 });

const post = (path: string, what: string, body: unknown, expectedStatus = 200): Question => ({
  path,
  what,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  expectedStatus,
});

const KILOBYTE_TEXT = 'Who pays for the roof if it is only partly demised? '.repeat(20).slice(0, 940);
/** As much text as a body of one megabyte holds. */
const MOST_CHARACTERS = 900_000;
const longText = (text: string): string => text.repeat(MOST_CHARACTERS / text.length);

const BILL = (): Question[] => [
  get('/usage'),
  get('/usage', { 'Accept-Encoding': 'gzip' }),
  get('/v1/usage?format=csv'),
  get('/v1/usage?format=ndjson'),
  get('/v1/usage.csv?columns=date,basis,report_id,rate_card,period&time_zone=Australia/Lord_Howe'),
  get('/v1/usage.xlsx?time_zone=Australia/Lord_Howe'),
  get('/v1/usage?sort=-credits_used,report_name,-timestamp'),
  get('/v1/usage?sort=report_name'),
  get('/v1/usage?sort=-timestamp&limit=1000'),
  get('/v1/usage?min_credits=5.05&basis=text'),
  get('/v1/usage?from=2026-03-02T00:00:00Z&to=2026-03-20T00:00:00Z'),
];

const SUMMARY = ({ year }: StallPeriod): Question[] => [
  get('/v1/usage/summary'),
  get('/v1/usage/summary?group_by=basis,report'),
  get('/v1/usage/summary?granularity=PT1H&group_by=basis,report&time_zone=Australia/Lord_Howe'),
  get(`/v1/usage/summary?granularity=PT1H&from=${year - 1}-01-01T00:00:00Z&to=${year}-02-21T00:00:00Z`),
  get('/v1/usage/summary?granularity=P1M&from=1226-01-01T00:00:00Z&to=2026-12-01T00:00:00Z&time_zone=Europe/London'),
  get('/v1/usage/summary?granularity=P1M&from=2026-01-01T00:00:00Z&to=2826-01-01T00:00:00Z&time_zone=Europe/London'),
  refused('/v1/usage/summary?granularity=PT1H&from=0001-01-01T00:00:00Z&to=9999-01-01T00:00:00Z'),
  refused('/v1/usage/summary?granularity=P1D&from=0001-01-01T00:00:00Z&to=9999-01-01T00:00:00Z&time_zone=Asia/Gaza'),
];

const FILES_OF_TOTALS = (): Question[] => [
  get('/v1/usage/summary.csv?granularity=PT1H&group_by=basis,report'),
  get('/v1/usage/summary.xlsx?granularity=PT1H&group_by=basis,report'),
];

const EXPLANATIONS = ({ messageId }: StallPeriod): Question[] => [
  get(`/v1/usage/${messageId}/receipt?spans=true`),
  get(`/v1/usage/${messageId}/receipt`, { Accept: 'text/plain' }),
  get('/v1/usage/comparison?candidate=token-estimate&time_zone=America/New_York'),
  post('/v1/usage/comparison', 'a card of its own', {
    id: 'flat',
    title: 'Flat',
    rules: [{ rule: 'base_cost', credits: 5 }],
  }),
];

const ESTIMATES = ({ reportIds }: StallPeriod): Question[] => [
  post('/v1/estimates', '1,000 texts of 940 characters', {
    messages: Array.from({ length: 1000 }, () => ({ text: KILOBYTE_TEXT })),
  }),
  post('/v1/estimates', `${reportIds.length} reports`, {
    messages: reportIds.map((report_id) => ({ text: '', report_id })),
  }),
  post('/v1/estimates', 'one text of 900,000 characters', { messages: [{ text: longText('lease and rent ') }] }),
  post('/v1/estimates', 'one text of 450,000 words', { messages: [{ text: longText('a ') }] }),
  post('/v1/estimates', 'one word of 900,000 letters', { messages: [{ text: longText('a') }] }),
  post('/v1/estimates', 'one text of 220,000 emoji', { messages: [{ text: '🏠'.repeat(220_000) }] }),
  post('/v1/estimates', 'a body of unknown keys', Object.fromEntries(unknownKeys()), 400),
  post('/v1/estimates', 'a body of 500,000 brackets in each other', '['.repeat(500_000) + ']'.repeat(500_000), 400),
];

const unknownKeys = (): [string, number][] => Array.from({ length: 50_000 }, (_, index) => [`key_${index}`, index]);

const REST: readonly Question[] = [
  '/',
  '/docs-json',
  '/metrics',
  '/v1/rate-cards',
  '/v1/rate-cards/standard/vectors',
].map((path) => get(path));

/** The heaviest that each route can be asked about a period. */
export const questionsAbout = (period: StallPeriod): Question[] => [
  ...BILL(),
  ...SUMMARY(period),
  ...FILES_OF_TOTALS(),
  ...EXPLANATIONS(period),
  ...ESTIMATES(period),
  ...REST,
];
