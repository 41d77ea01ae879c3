import type { DestinationStream } from 'pino';

/** Bytes of lines that are held while the log cannot be written: about 4,000 lines. */
export const LOG_BUFFER_BYTES = 1024 * 1024;

/** A batch of this size, about twenty lines, is written at once. */
const BATCH_BYTES = 4096;
/** A smaller batch is written after this delay, which is also the longest wait between retries. */
const FLUSH_MS = 100;
/** First wait after a failed write; doubles up to `FLUSH_MS` while the output takes no byte. */
const RETRY_MS = 1;

/**
 * Formats the line, newline included, that replaces dropped lines: their number, and the code of
 * the error.
 */
export type FormatLoss = (droppedLines: number, cause: string) => string;

/**
 * Log destination that never blocks and never throws. Lines are written in batches, at most 100 ms
 * late. While `writeChunk` fails (the reader stalls or has left, the disk is full), up to
 * `LOG_BUFFER_BYTES` are held and retried. Further lines are dropped and counted until the held
 * ones are written; the line of `formatLoss` then follows those.
 */
export class BoundedLog implements DestinationStream {
  private dropped = 0;
  private droppedSinceLossLine = 0;
  private batch = '';
  /** The rest of a batch of which the output took a part; may begin in the middle of a line. */
  private unwritten = Buffer.alloc(0);
  private heldBytes = 0;
  private failure: string | undefined;
  private retryMs = 0;
  private timer: NodeJS.Timeout | undefined;

  /**
   * `writeChunk` returns how many bytes the output took, at least one; it throws instead of
   * waiting.
   */
  constructor(
    private readonly writeChunk: (chunk: Uint8Array) => number,
    private readonly formatLoss: FormatLoss,
  ) {}

  /** Lines dropped since this log was created. */
  get droppedLines(): number {
    return this.dropped;
  }

  write(line: string): void {
    const bytes = Buffer.byteLength(line);
    if (this.droppedSinceLossLine > 0 || this.heldBytes + bytes > LOG_BUFFER_BYTES) {
      this.dropped += 1;
      this.droppedSinceLossLine += 1;
      return;
    }
    this.hold(line, bytes);
    if (this.failure === undefined && this.heldBytes >= BATCH_BYTES) this.flush();
    else if (this.timer === undefined) this.flushIn(FLUSH_MS);
  }

  /**
   * Writes the held lines. Returns whether the output took all of them; the rest is retried by a
   * timer.
   */
  flush(): boolean {
    const before = this.heldBytes;
    try {
      this.writeHeld();
      this.failure = undefined;
      this.retryMs = 0;
      return true;
    } catch (error) {
      this.failure = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      const isStuck = this.heldBytes === before && this.retryMs > 0;
      this.retryMs = isStuck ? Math.min(2 * this.retryMs, FLUSH_MS) : RETRY_MS;
      this.flushIn(this.retryMs);
      return false;
    }
  }

  /**
   * Whether the last write failed because the reader is slow (`EAGAIN`), so that waiting can help.
   */
  get isStalled(): boolean {
    return this.failure === 'EAGAIN';
  }

  private hold(line: string, bytes: number): void {
    this.batch += line;
    this.heldBytes += bytes;
  }

  private writeHeld(): void {
    while (this.heldBytes > 0) {
      if (this.unwritten.length === 0) {
        this.unwritten = Buffer.from(this.batch);
        this.batch = '';
      }
      const written = this.writeChunk(this.unwritten);
      this.unwritten = this.unwritten.subarray(written);
      this.heldBytes -= written;
      if (this.heldBytes === 0) this.holdLossLine();
    }
  }

  private holdLossLine(): void {
    if (this.droppedSinceLossLine === 0) return;
    const line = this.formatLoss(this.droppedSinceLossLine, this.failure ?? '');
    this.droppedSinceLossLine = 0;
    this.hold(line, Buffer.byteLength(line));
  }

  private flushIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.flush();
    }, ms).unref();
  }
}
