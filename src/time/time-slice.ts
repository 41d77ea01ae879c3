/** Milliseconds. Node takes one new connection a turn of the event loop: longer turns would let callers queue. */
const TURN_MS = 1;

/** Rows that are worked through in one go: a fraction of a millisecond of simple work. */
export const ROWS_AT_ONCE = 4096;

/** The turn of long work that others wait beside: it gives way to them once it has lasted long enough, and has another one. */
export class TimeSlice {
  private began = performance.now();

  async yieldIfSpent(): Promise<void> {
    if (performance.now() - this.began < TURN_MS) return;
    await new Promise(setImmediate);
    this.began = performance.now();
  }

  /** Does work that pauses on its way, and gives way at its pauses. */
  async finish<Result>(steps: Generator<void, Result>): Promise<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.yieldIfSpent();
    }
  }

  /** Works through `length` rows, {@link ROWS_AT_ONCE} at a time: `work` takes those from `start` to before `end`. */
  async forRows(length: number, work: (start: number, end: number) => void): Promise<void> {
    for (let start = 0; start < length; start += ROWS_AT_ONCE) {
      work(start, Math.min(start + ROWS_AT_ONCE, length));
      await this.yieldIfSpent();
    }
  }
}
