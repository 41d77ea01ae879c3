import { verify } from '../support/verifier.js';

/** A period as the upstream has it for a while, with its bill worked out without the service. */
export interface Version {
  readonly number: number;
  readonly messages: readonly UpstreamMessage[];
  readonly reports: readonly { readonly id: number; readonly name: string; readonly credit_cost: number }[];
  readonly entries: readonly Entry[];
}

interface UpstreamMessage {
  readonly id: number;
  readonly text: string;
  readonly timestamp: string;
  readonly report_id?: number;
}

export interface Entry {
  readonly message_id: number;
  readonly timestamp: string;
  readonly report_name?: string;
  readonly credits_used: number;
}

const MESSAGES = 120;
const REPORTS = 10;
const WORDS = [
  'lease',
  'Who',
  'pays',
  'for',
  'the',
  'roof',
  'rent',
  'review',
  'abababa',
  'tenant\u2019s',
  'sub-let',
  '\u{1F3E0}',
];

/** The reports of each version have ids of their own, as blobs have: no reading can mix the prices of two versions. */
export const version = (number: number): Version => {
  const messages = Array.from({ length: MESSAGES }, (_, place) => messageAt(number, place));
  // The last of them does not exist.
  const reports = Array.from({ length: REPORTS - 1 }, (_, place) => ({
    id: number * REPORTS + place,
    name: place === 0 ? '=1+1' : `Report ${place}, version ${number}`,
    credit_cost: (place * 12_345 + number) / 1000,
  }));
  return { number, messages, reports, entries: messages.map((message) => entryOf(message, reports)) };
};

const messageAt = (number: number, place: number): UpstreamMessage => ({
  id: 1000 + place,
  text: textAt(number * 7 + place),
  timestamp: new Date(Date.UTC(2026, 2, 1 + (place % 28), place % 24)).toISOString(),
  ...(place % 4 === 0 && { report_id: number * REPORTS + ((place / 4) % REPORTS) }),
});

/** Some text of one to twenty words, always the same for the same number. */
export const textAt = (seed: number): string =>
  Array.from({ length: 1 + (seed % 20) }, (_, place) => WORDS[(seed * 31 + place * place * 17) % WORDS.length]).join(
    ' ',
  );

const entryOf = (message: UpstreamMessage, reports: Version['reports']): Entry => {
  const report = reports.find(({ id }) => id === message.report_id);
  return {
    message_id: message.id,
    timestamp: message.timestamp,
    ...(report && { report_name: report.name }),
    credits_used: report ? report.credit_cost : verify(message.text).hundredths / 100,
  };
};

/** The sum of amounts with at most three decimals, without a float in between. */
export const exactSum = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + Math.round(amount * 1000), 0) / 1000;
