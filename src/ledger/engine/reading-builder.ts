import { createHash } from 'node:crypto';
import { type Credits, priceText, type RateCard, toCredits } from '../../pricing/index.js';
import { parseEpochMs, parseSubMsNanos } from '../../time/epoch.js';
import { remembered } from '../remembered.js';
import { toVersion } from '../report-versions.js';
import type { Reading } from '../rule/reading.js';
import type { ReportVersion, SeenMessage } from '../rule/seen-message.js';
import type { MessageBatch, ReadingHead } from './incoming-reading.js';
import type { TextPrints } from './text-prints.js';

/** Puts a reading together from the batches in which it arrives. */
export class ReadingBuilder {
  private readonly reports: ReadonlyMap<number, ReportVersion>;
  private readonly messages: SeenMessage[] = [];
  private readonly texts = new Map<SeenMessage, string>();
  /**
   * Converts a whole number of units, of 10^-`head.scale` credits each, to an exact amount. Equal
   * numbers give the same object: the messages of a reading have few different prices.
   */
  private readonly priceOf: (units: number) => Credits;
  private readonly content = createHash('sha256');
  private readonly printed = createHash('sha256');

  constructor(
    readonly head: ReadingHead,
    private readonly prints: TextPrints,
  ) {
    this.reports = new Map(head.reports.map((report) => [report.id, toVersion(report)]));
    this.priceOf = remembered((units) => toCredits(units, head.scale));
    this.content.update(JSON.stringify([head.rateCard, head.reports]));
  }

  add({ ids, timestamps, reportIds, textUnits, texts }: MessageBatch): void {
    const lines: string[] = [];
    const prints: string[] = [];
    for (const [row, id] of ids.entries()) {
      const timestamp = timestamps[row] ?? '';
      const reportId = reportIds[row];
      const units = textUnits[row] ?? Number.NaN;
      const text = texts?.[row];
      const textPrint = text === undefined ? undefined : this.prints.of(id, timestamp, text);
      // Every message has all fields, so that V8 gives a million of them one hidden class.
      const message: SeenMessage = {
        id,
        timestamp,
        epochMs: parseEpochMs(timestamp),
        nanoseconds: parseSubMsNanos(timestamp),
        reportId,
        report: reportId === undefined ? undefined : this.reports.get(reportId),
        textCredits: this.priceOf(units),
        textPrint,
      };
      this.messages.push(message);
      if (text !== undefined) this.texts.set(message, text);
      lines.push(`${id},${timestamp},${reportId ?? ''},${units}\n`);
      prints.push(textPrint ?? '');
    }
    this.content.update(lines.join(''));
    this.printed.update(prints.join(''));
  }

  /** The text of a message of this reading, if it came with texts. */
  textOf(message: SeenMessage): string | undefined {
    return this.texts.get(message);
  }

  /** The reading, once all batches have arrived. `cards`: every card that priced a line, by SHA-256. */
  finish(atMs: number, lastDigest: string | undefined, cards: ReadonlyMap<string, RateCard>): Reading {
    const { head, messages } = this;
    const plain = this.content.copy().digest('hex');
    const keyed = this.prints.sum(this.printed.copy().digest('hex'));
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
}

/**
 * The digest of the reading before, if its texts cannot be compared because they were hashed under
 * another key, and everything else is equal.
 */
const sameWhereKeysDiffer = (last: string | undefined, plain: string, prints: TextPrints): string | undefined => {
  const [lastPlain, lastKeyed = ''] = last?.split('.') ?? [];
  return lastPlain === plain && !prints.isOwn(lastKeyed) ? last : undefined;
};
