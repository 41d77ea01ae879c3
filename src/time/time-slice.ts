/**
 * Node accepts one new connection per turn of the event loop, so longer slices would let callers
 * queue.
 */
const SLICE_MS = 1;

/** Rows handled between two looks at the clock: a fraction of a millisecond of simple work. */
export const ROWS_AT_ONCE = 4096;

/**
 * Lets long work yield to the event loop whenever it has run for a millisecond since it last did.
 */
export class TimeSlice {
  private began = performance.now();

  /** Waits for a turn of the event loop if the slice is spent, and begins a new slice. */
  async yieldIfSpent(): Promise<void> {
    if (performance.now() - this.began < SLICE_MS) return;
    await new Promise(setImmediate);
    this.began = performance.now();
  }

  /**
   * Runs a generator to its end, yields at its pauses if the slice is spent, and returns its
   * result.
   */
  async finish<Result>(steps: Generator<void, Result>): Promise<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.yieldIfSpent();
    }
  }

  /**
   * Calls `work` for the rows `start` to `end - 1`, {@link ROWS_AT_ONCE} at a time, until it has
   * covered `length` rows.
   */
  async forRows(length: number, work: (start: number, end: number) => void): Promise<void> {
    for (let start = 0; start < length; start += ROWS_AT_ONCE) {
      work(start, Math.min(start + ROWS_AT_ONCE, length));
      await this.yieldIfSpent();
    }
  }
}
