/** Milliseconds. Node takes one new connection a turn of the event loop: longer turns would let callers queue. */
const TURN_MS = 1;

/** The turn of long work that others wait beside: it gives way to them once it has lasted long enough, and has another one. */
export class Turn {
  private began = performance.now();

  async giveWay(): Promise<void> {
    if (performance.now() - this.began < TURN_MS) return;
    await new Promise(setImmediate);
    this.began = performance.now();
  }
}
