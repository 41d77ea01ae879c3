import { createHash } from 'node:crypto';
import { unpackTexts } from '../../billing/packed-texts.js';
import { type Credits, priceText, type RateCard, toCredits } from '../../pricing/index.js';
import { parseEpochMs, parseSubMsNanos } from '../../time/epoch.js';
import { remembered } from '../remembered.js';
import { toVersion } from '../report-versions.js';
import type { Reading } from '../rule/reading.js';
import { toReadingCards } from '../rule/reading-cards.js';
import type { ReportVersion, SeenMessage } from '../rule/seen-message.js';
import type { MessageBatch, ReadingHead } from './incoming-reading.js';
import type { Arrived, ReadingBefore } from './reading-before.js';
import { ReadingTexts, type TextLookUp } from './reading-texts.js';
import type { TextPrints } from './text-prints.js';
import { sumOfText } from './text-sum.js';

/** Puts a reading together from the batches in which it arrives. */
export class ReadingBuilder {
  private readonly reports: ReadonlyMap<number, ReportVersion>;
  private readonly messages: SeenMessage[] = [];
  private readonly texts = new ReadingTexts();
  private readonly sums: number[] = [];
  /**
   * Converts a whole number of units, of 10^-`head.scale` credits each, to an exact amount. Equal
   * numbers give the same object: the messages of a reading have few different prices.
   */
  private readonly priceOf: (units: number) => Credits;
  private readonly content = createHash('sha256');
  private readonly printed = createHash('sha256');
  /** Whether every message came with its text. */
  private isPrinted = true;

  constructor(
    readonly head: ReadingHead,
    private readonly prints: TextPrints,
    private readonly before?: ReadingBefore,
  ) {
    this.reports = new Map(head.reports.map((report) => [report.id, toVersion(report)]));
    this.priceOf = remembered((units) => toCredits(units, head.scale));
    this.content.update(JSON.stringify([head.rateCard, head.reports, ...(head.laterCards ? [head.laterCards] : [])]));
  }

  add({ ids, timestamps, reportIds, textUnits, texts: plain, packedTexts }: MessageBatch): void {
    const texts = packedTexts ? unpackTexts(packedTexts) : plain;
    if (packedTexts) this.texts.addPacked(this.messages.length, packedTexts);
    else if (texts) this.texts.add(this.messages.length, texts);
    let lines = '';
    let prints = '';
    for (let row = 0; row < ids.length; row += 1) {
      const id = ids[row] ?? Number.NaN;
      const timestamp = timestamps[row] ?? '';
      const reportId = reportIds[row];
      const units = textUnits[row] ?? Number.NaN;
      const report = reportId === undefined ? undefined : this.reports.get(reportId);
      const message = this.take({ id, timestamp, reportId, report, textCredits: this.priceOf(units) }, texts?.[row]);
      lines += `${id},${timestamp},${reportId ?? ''},${units}\n`;
      prints += message.textPrint ?? '';
    }
    this.content.update(lines);
    this.printed.update(prints);
  }

  /** Finds the texts of the messages of this reading. */
  lookUpTexts(): TextLookUp {
    return this.texts.lookUp(this.messages);
  }

  /** The checksum of the text of each message, in the reading's order; NaN for one without a text. */
  get textSums(): Float64Array {
    return Float64Array.from(this.sums);
  }

  /** The reading, once all batches have arrived. `cards`: every card that priced a line, by SHA-256. */
  finish(atMs: number, lastDigest: string | undefined, cards: ReadonlyMap<string, RateCard>): Reading {
    const { head, messages } = this;
    let texts: TextLookUp | undefined;
    const plain = this.content.copy().digest('hex');
    const keyed = this.prints.sum(this.printed.copy().digest('hex'));
    return {
      atMs,
      digest: this.sameWithoutPrints(lastDigest, plain) ?? `${plain}.${keyed}`,
      messages,
      ...toReadingCards(head),
      textCreditsBy: (message, rateCard): Credits | undefined => {
        texts ??= this.lookUpTexts();
        const [text, card] = [texts.get(message), cards.get(rateCard)];
        return text === undefined || !card ? undefined : priceText(card, text).total;
      },
    };
  }

  private take(arrived: Arrived, text: string | undefined): SeenMessage {
    const sum = text === undefined ? Number.NaN : sumOfText(text);
    const message = this.before?.find(arrived, sum) ?? this.toMessage(arrived, text);
    this.messages.push(message);
    this.isPrinted &&= message.textPrint !== undefined;
    this.sums.push(sum);
    return message;
  }

  /** Every message has all fields, so that V8 gives a million of them one hidden class. */
  private toMessage({ id, timestamp, reportId, report, textCredits }: Arrived, text: string | undefined): SeenMessage {
    return {
      id,
      timestamp,
      epochMs: parseEpochMs(timestamp),
      nanoseconds: parseSubMsNanos(timestamp),
      reportId,
      report,
      textCredits,
      textPrint: text === undefined ? undefined : this.prints.of(id, timestamp, text),
    };
  }

  /**
   * The digest of the reading before, if everything but the texts is equal, and the texts are not to
   * be compared: this reading came without, or those before were hashed under another key and this
   * one's hashes are not worth a row.
   */
  private sameWithoutPrints(last: string | undefined, plain: string): string | undefined {
    const [lastPlain, lastKeyed = ''] = last?.split('.') ?? [];
    const areCompared = this.isPrinted && (this.prints.isLasting || this.prints.isOwn(lastKeyed));
    return lastPlain === plain && !areCompared ? last : undefined;
  }
}
