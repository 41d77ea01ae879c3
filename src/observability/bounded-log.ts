import type { DestinationStream } from 'pino';

/** Most bytes that are held while the log cannot be written: some 4,000 lines. */
export const LOG_BUFFER_BYTES = 1024 * 1024;

/** Lines are written together once they are this long: some twenty. */
const BATCH_BYTES = 4096;
const FLUSH_MS = 100;
/** First wait after a failed write; doubled up to `FLUSH_MS` while no byte is taken. */
const RETRY_MS = 1;

/** Returns the line, newline included, that stands where lines are missing: how many, and the code of the error. */
export type FormatLoss = (droppedLines: number, cause: string) => string;

/**
 * Log that never waits and never throws. Lines are written in batches, at most 100 ms late. While `writeChunk` fails, be it a
 * stalled reader, one that has left, or a full disk, up to `LOG_BUFFER_BYTES` are held and tried again; further lines are
 * dropped and counted until the held ones are written, and `formatLoss` makes the line that follows them.
 */
export class BoundedLog implements DestinationStream {
  private dropped = 0;
  private droppedSinceLossLine = 0;
  private batch = '';
  /** Bytes of an earlier batch, perhaps from the middle of a line on. */
  private unwritten = Buffer.alloc(0);
  private heldBytes = 0;
  private failure: string | undefined;
  private retryMs = 0;
  private timer: NodeJS.Timeout | undefined;

  /** `writeChunk` returns how many bytes were taken, at least one, and throws where it would have to wait. */
  constructor(
    private readonly writeChunk: (chunk: Uint8Array) => number,
    private readonly formatLoss: FormatLoss,
  ) {}

  /** Lines dropped since the start. */
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

  /** Writes what is held. Returns whether all of it was taken; if not, it is tried again by itself. */
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

  /** Whether the last write failed for want of a reader's progress, which time may mend. */
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
