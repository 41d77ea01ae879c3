import type { IBreaker } from 'cockatiel';
import type { UpstreamAttempt } from './upstream-attempt.js';

/** Failures within this time may have one cause that a retry mends, as when the upstream restarts. Lasting ones break. */
const LASTING_MS = 250;

/** Counts failures in a row until there are `most` of them, over {@link LASTING_MS} at least. A success starts the count anew. */
export class FailuresInARow implements IBreaker {
  /** How many there are: cockatiel's name for it. */
  state = 0;
  private firstAt = 0;
  private lastAt = 0;
  private lastReading: unknown;

  constructor(private readonly most: number) {}

  /**
   * Whether the failure of this attempt, which has come now, is one more. It is not where the attempt was under way when the last one
   * counted, nor where it is of the same reading and moment: calls that fail together say one thing about the upstream, once.
   */
  countsAlone({ startedAt, reading }: Pick<UpstreamAttempt, 'startedAt' | 'reading'>): boolean {
    const now = performance.now();
    const isTogether = startedAt < this.lastAt || (reading === this.lastReading && now - this.lastAt < LASTING_MS);
    if (this.state > 0 && isTogether) return false;
    this.lastAt = now;
    this.lastReading = reading;
    return true;
  }

  success(): void {
    this.state = 0;
  }

  failure(): boolean {
    if (this.state === 0) this.firstAt = performance.now();
    this.state += 1;
    return this.state >= this.most && performance.now() - this.firstAt >= LASTING_MS;
  }
}
