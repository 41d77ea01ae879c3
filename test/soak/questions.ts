import { verify } from '../support/verifier.js';
import { type Entry, exactSum, textAt, type Version } from './version.js';

/** Something that a caller asks for, and what is exactly right by a version of the period. */
export interface Question {
  readonly name: string;
  readonly path: string;
  readonly body?: object;
  /** Whether the body of the 200, as it was written, is right by this version. */
  readonly isRight: (body: string, version: Version) => boolean;
}

const CSV_HEADER = 'message_id,timestamp,report_name,credits_used';

const csvOf = ({ message_id, timestamp, report_name = '', credits_used }: Entry): string => {
  const name = report_name.startsWith('=') ? `'${report_name}` : report_name;
  return [message_id, timestamp, /^'|,/.test(name) ? `"${name}"` : name, credits_used].join(',');
};

const same = (body: string, expected: unknown): boolean => body === JSON.stringify(expected);

const bill = ({ entries }: Version) => ({ usage: entries });

/** What cost two credits or more, the dearest first; upstream's order among equals. */
const dearest = ({ entries }: Version): Entry[] =>
  entries.filter(({ credits_used }) => credits_used >= 2).toSorted((a, b) => b.credits_used - a.credits_used);

const isRightSummary = (body: string, { entries }: Version): boolean => {
  const { totals, data } = JSON.parse(body);
  const rightTotals = {
    credits_used: exactSum(entries.map(({ credits_used }) => credits_used)),
    messages: entries.length,
  };
  const rows: { credits_used: number; messages: number }[] = data;
  return (
    same(JSON.stringify(totals), rightTotals) &&
    exactSum(rows.map(({ credits_used }) => credits_used)) === rightTotals.credits_used &&
    rows.reduce((sum, { messages }) => sum + messages, 0) === rightTotals.messages
  );
};

const isRightReceipt = (body: string, { entries, messages }: Version): boolean => {
  const receipt = JSON.parse(body);
  const place = entries.findIndex(({ message_id }) => message_id === receipt.message_id);
  const [entry, message] = [entries[place], messages[place]];
  const lines: { credits: number; rule?: string }[] = receipt.lines;
  const total = exactSum(lines.map(({ credits }) => credits));
  if (receipt.credits_used !== entry?.credits_used || total !== entry?.credits_used || !message) return false;
  if (entry.report_name !== undefined) return receipt.report.name === entry.report_name;
  const right = verify(message.text).lines.map(({ rule, hundredths }) => [rule, hundredths / 100]);
  return same(JSON.stringify(lines.map(({ rule, credits }) => [rule, credits])), right);
};

const isRightEstimate =
  (text: string) =>
  (body: string): boolean => {
    const { credits_used, estimates } = JSON.parse(body);
    const right = verify(text).hundredths / 100;
    return credits_used === right && estimates.length === 1 && estimates[0].credits_used === right;
  };

/** The questions of a caller, each with its own message and text; `turn` counts them. */
export const questionAt = (turn: number): Question => {
  const text = textAt(turn);
  const questions: Question[] = [
    { name: 'bill', path: '/v1/usage', isRight: (body, version) => same(body, bill(version)) },
    { name: 'frozen bill', path: '/usage', isRight: (body, version) => same(body, bill(version)) },
    {
      name: 'csv',
      path: '/v1/usage?format=csv',
      isRight: (body, { entries }) => body === [CSV_HEADER, ...entries.map(csvOf), ''].join('\r\n'),
    },
    {
      name: 'ndjson',
      path: '/v1/usage?format=ndjson',
      isRight: (body, { entries }) => body === entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
    },
    {
      name: 'filters',
      path: '/v1/usage?min_credits=2&sort=-credits_used',
      isRight: (body, version) => same(body, { usage: dearest(version) }),
    },
    {
      name: 'page',
      path: '/v1/usage?limit=7',
      isRight: (body, { entries }) => same(JSON.stringify(JSON.parse(body).usage), entries.slice(0, 7)),
    },
    { name: 'summary', path: '/v1/usage/summary?group_by=basis', isRight: isRightSummary },
    { name: 'receipt', path: `/v1/usage/${1000 + (turn % 120)}/receipt`, isRight: isRightReceipt },
    { name: 'estimate', path: '/v1/estimates', body: { messages: [{ text }] }, isRight: isRightEstimate(text) },
    { name: 'live', path: '/health/live', isRight: (body) => same(body, { status: 'ok' }) },
    { name: 'ready', path: '/health/ready', isRight: (body) => /^{"status":"(ok|degraded)"/.test(body) },
  ];
  return questions[turn % questions.length] as Question;
};
