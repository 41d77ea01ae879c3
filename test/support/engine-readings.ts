import { deflateRawSync } from 'node:zlib';
import type { MessageBatch, ReadingHead } from '../../src/ledger/engine/incoming-reading.js';
import type { LedgerEngine } from '../../src/ledger/engine/ledger-engine.js';
import type { Report } from '../../src/period/message.js';
import type { Recorded } from '../../src/ledger/engine/recorded.js';
import { canonicalJson, sha256 } from '../../src/ledger/sealed/digest.js';
import { createTextPricer, STANDARD } from '../../src/pricing/index.js';
import card from '../../src/pricing/rate-cards/standard.json' with { type: 'json' };

/** A message on its way to the ledger. */
export interface Sent {
  readonly id: number;
  readonly timestamp: string;
  readonly text?: string;
  readonly reportId?: number;
}

export const HOUR_MS = 3_600_000;
export const START_MS = Date.UTC(2024, 3, 29);

/** A message `hour` hours after the start of 29 April 2024. */
export const sent = (id: number, hour: number, rest: Partial<Sent> = {}): Sent => ({
  id,
  timestamp: new Date(START_MS + hour * HOUR_MS).toISOString(),
  text: 'Who pays for the roof?',
  ...rest,
});

const pricer = createTextPricer(STANDARD);

const STANDARD_SHA256 = sha256(canonicalJson(card));

export const HEAD: ReadingHead = {
  rateCard: STANDARD_SHA256,
  cards: new Map([[STANDARD_SHA256, card]]),
  scale: pricer.scale,
  reports: [],
};

/** Gives the engine a reading as the service does, at `hour`. */
export const give = async (
  { writer }: LedgerEngine,
  messages: readonly Sent[],
  hour: number,
  reports: readonly Report[] = [],
): Promise<Recorded | undefined> => {
  writer.beginReading({ ...HEAD, reports });
  writer.addMessages(toBatch(messages));
  return writer.endReading(START_MS + hour * HOUR_MS);
};

/** Gives the engine a reading of a large period, whose texts are compressed. */
export const givePacked = async (
  { writer }: LedgerEngine,
  messages: readonly Sent[],
  hour: number,
): Promise<Recorded | undefined> => {
  writer.beginReading(HEAD);
  for (const piece of [messages.slice(0, 2), messages.slice(2)]) {
    const { texts, ...batch } = toBatch(piece);
    const packedTexts = deflateRawSync(JSON.stringify(texts));
    writer.addMessages({ ...batch, texts: undefined, packedTexts });
  }
  return writer.endReading(START_MS + hour * HOUR_MS);
};

const toBatch = (messages: readonly Sent[]): MessageBatch => ({
  ids: messages.map(({ id }) => id),
  timestamps: messages.map(({ timestamp }) => timestamp),
  reportIds: messages.map(({ reportId }) => reportId),
  textUnits: messages.map(({ text = '' }) => pricer.priceInUnits(text)),
  texts: messages.map(({ text = '' }) => text),
});
