import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRawSync } from 'node:zlib';
import type { Message, MessageCollector } from '../period/message.js';
import type { MessageTable } from '../period/message-table.js';
import type { TimeSlice } from '../time/time-slice.js';

/** The texts of consecutive messages in upstream's order, compressed: see {@link unpackTexts}. */
export interface PackedPiece {
  readonly rows: number;
  readonly packed: Uint8Array;
}

/** A piece ends once it has this many messages, or this many UTF-16 code units of text. */
const PIECE_ROWS = 1024;
const PIECE_TEXT_UNITS = 65_536;

/** Pieces that may be in compression at once. More would hold the texts of a fast upstream. */
const MAX_IN_COMPRESSION = 8;

/** Bytes of compressed texts kept for one period. */
const MAX_PACKED_BYTES = 64 * 2 ** 20;

const compress = promisify(deflateRaw);

/** The texts of a piece. Throws an Error of zlib or a SyntaxError if it is damaged. */
export const unpackTexts = (packed: Uint8Array): readonly string[] =>
  JSON.parse(inflateRawSync(packed).toString()) as string[];

/**
 * Keeps the texts of a period that is too large to keep them as they are. Texts are compressed
 * outside the event loop while they arrive; of a small period nothing is. Gives up, and has none,
 * beyond 64 MiB of compressed texts. Never throws.
 */
export class PackedTexts implements MessageCollector {
  private waiting: (readonly Message[])[] = [];
  private texts: string[] = [];
  private textUnits = 0;
  private pieces: Promise<PackedPiece>[] = [];
  private bytes = 0;
  private hasGivenUp = false;

  /**
   * `table` takes the same messages, and tells by its texts whether the period is large. `onLarge` is
   * called at each batch once it is.
   */
  constructor(
    private readonly table: MessageTable,
    private readonly onLarge: () => void,
    private readonly maxBytes = MAX_PACKED_BYTES,
  ) {}

  collect(messages: readonly Message[]): void {
    if (!this.hasGivenUp) this.waiting.push(messages);
  }

  async drain(timeSlice: TimeSlice): Promise<void> {
    if (this.table.hasTexts) return;
    this.onLarge();
    const { waiting } = this;
    this.waiting = [];
    for (const messages of waiting) {
      for (const { text } of messages) this.add(text);
      await this.pieces.at(-MAX_IN_COMPRESSION);
      await timeSlice.yieldIfSpent();
    }
  }

  /** All pieces in upstream's order; undefined if it has given up. Waits for compression to end. */
  async all(): Promise<readonly PackedPiece[] | undefined> {
    this.endPiece();
    const pieces = await Promise.all(this.pieces);
    return this.hasGivenUp ? undefined : pieces;
  }

  private add(text: string): void {
    this.texts.push(text);
    this.textUnits += text.length;
    if (this.texts.length >= PIECE_ROWS || this.textUnits >= PIECE_TEXT_UNITS) this.endPiece();
  }

  private endPiece(): void {
    const { texts } = this;
    [this.texts, this.textUnits] = [[], 0];
    if (texts.length > 0 && !this.hasGivenUp) this.pieces.push(this.pack(texts));
  }

  private async pack(texts: readonly string[]): Promise<PackedPiece> {
    const packed = await compress(JSON.stringify(texts), { level: constants.Z_BEST_SPEED }).catch(() => undefined);
    this.bytes += packed?.length ?? Infinity;
    if (this.bytes > this.maxBytes) this.giveUp();
    return { rows: texts.length, packed: packed ?? new Uint8Array() };
  }

  /** Also where zlib has no memory: the read goes on without. */
  private giveUp(): void {
    this.hasGivenUp = true;
    this.pieces = [];
  }
}
