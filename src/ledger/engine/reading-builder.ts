import { createHash } from 'node:crypto';
import { credits, type Credits, priceText, type RateCard, toCredits } from '../../pricing/index.js';
import { parseEpochTime } from '../../time/rfc3339.js';
import type { Reading } from '../rule/reading.js';
import type { ReportVersion, SeenMessage } from '../rule/seen-message.js';
import type { MessageBatch, ReadingHead } from './incoming-reading.js';
import type { TextPrints } from './text-prints.js';

/** Puts a reading together from the batches in which it arrives. */
export class ReadingBuilder {
  private readonly reports: ReadonlyMap<number, ReportVersion>;
  private readonly messages: SeenMessage[] = [];
  private readonly texts = new WeakMap<SeenMessage, string>();
  private readonly content = createHash('sha256');

  constructor(
    readonly head: ReadingHead,
    private readonly prints: TextPrints,
  ) {
    this.reports = new Map(
      head.reports.map(({ id, name, creditCost }) => [id, { id, name, creditCost: credits(creditCost) }]),
    );
    this.content.update(JSON.stringify([head.rateCard, head.reports]));
  }

  add({ ids, timestamps, reportIds, textUnits, texts }: MessageBatch): void {
    ids.forEach((id, row) => {
      const timestamp = timestamps[row] ?? '';
      const text = texts?.[row];
      const message = {
        id,
        timestamp,
        ...parseEpochTime(timestamp),
        ...this.reportOf(reportIds[row]),
        textCredits: toCredits(textUnits[row] ?? Number.NaN, this.head.scale),
        ...(text !== undefined && { textPrint: this.prints.of(id, timestamp, text) }),
      };
      this.messages.push(message);
      if (text !== undefined) this.texts.set(message, text);
    });
    this.content.update(
      ids.map((id, row) => `${id},${timestamps[row]},${reportIds[row] ?? ''},${textUnits[row]}\n`).join(''),
    );
  }

  /** The text of a message of this reading, if it came with texts. */
  textOf(message: SeenMessage): string | undefined {
    return this.texts.get(message);
  }

  /** The reading, once all batches have arrived. `cards`: every card that priced a line, by SHA-256. */
  finish(atMs: number, lastDigest: string | undefined, cards: ReadonlyMap<string, RateCard>): Reading {
    const { head, messages } = this;
    const plain = this.content.copy().digest('hex');
    const keyed = this.prints.sum(messages.map(({ textPrint }) => textPrint ?? ''));
    return {
      atMs,
      digest: sameWhereKeysDiffer(lastDigest, plain, this.prints) ?? `${plain}.${keyed}`,
      messages,
      rateCard: head.rateCard,
      textCreditsBy: (message, rateCard): Credits | undefined => {
        const [text, card] = [this.textOf(message), cards.get(rateCard)];
        return text === undefined || !card ? undefined : priceText(card, text).total;
      },
    };
  }

  private reportOf(reportId: number | undefined): Pick<SeenMessage, 'reportId' | 'report'> {
    if (reportId === undefined) return {};
    const report = this.reports.get(reportId);
    return { reportId, ...(report && { report }) };
  }
}

/**
 * The digest of the reading before, if its texts cannot be compared because they were hashed under
 * another key, and everything else is equal.
 */
const sameWhereKeysDiffer = (last: string | undefined, plain: string, prints: TextPrints): string | undefined => {
  const [lastPlain, lastKeyed = ''] = last?.split('.') ?? [];
  return lastPlain === plain && !prints.isOwn(lastKeyed) ? last : undefined;
};
