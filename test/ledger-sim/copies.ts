import type { RawAnswer } from './raw-answer.js';

/** How often one answer had the same id and instant side by side, at the most. */
export class Copies {
  private readonly counts = new Map<string, number>();

  count({ messages }: RawAnswer): void {
    const inAnswer = new Map<string, number>();
    for (const { id, instantMs } of messages) {
      const key = `${id}@${instantMs}`;
      const count = (inAnswer.get(key) ?? 0) + 1;
      inAnswer.set(key, count);
      this.counts.set(key, Math.max(count, this.countOf(key)));
    }
  }

  countOf(key: string): number {
    return this.counts.get(key) ?? 0;
  }
}
