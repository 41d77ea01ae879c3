/** How often a question without an answer is looked at, and after how many looks its server is silent: 2 s. */
const LOOK_MS = 250;
const LOOKS = 8;

/**
 * Notices that a server leaves a question open for two seconds, long before the question is given up.
 * Time in which this thread computes is not the server's: it misses looks, and makes up for none.
 */
export class AnswerWatch {
  private silences = 0;

  /** `tell` is called with `true` when the server falls silent, and with `false` once nothing waits for it so long. */
  constructor(private readonly tell: (isSilent: boolean) => void) {}

  /** Resolves or rejects as `answer` does. */
  async over<T>(answer: Promise<T>): Promise<T> {
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks === LOOKS) this.begin();
    }, LOOK_MS);
    try {
      return await answer;
    } finally {
      clearInterval(timer);
      if (looks >= LOOKS) this.end();
    }
  }

  private begin(): void {
    this.silences += 1;
    if (this.silences === 1) this.tell(true);
  }

  private end(): void {
    this.silences -= 1;
    if (this.silences === 0) this.tell(false);
  }
}
