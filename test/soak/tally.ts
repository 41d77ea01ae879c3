export type Judgement = 'right' | 'wrong' | 'expected' | 'unexpected';

interface Heard {
  readonly name: string;
  readonly status: number;
  readonly judgement: Judgement;
  readonly ms: number;
  readonly said: string;
}

const MOST_SAMPLES = 5;

/** Counts the answers, and keeps the first ones that should not have been. */
export class Tally {
  readonly samples: string[] = [];
  private readonly counts = new Map<string, { heard: Heard; times: number; slowestMs: number }>();

  add(heard: Heard): void {
    const { name, status, judgement, ms, said } = heard;
    const key = [name, status, judgement].join();
    const { times = 0, slowestMs = 0 } = this.counts.get(key) ?? {};
    this.counts.set(key, { heard, times: times + 1, slowestMs: Math.max(slowestMs, ms) });
    const isBad = judgement === 'wrong' || judgement === 'unexpected';
    if (isBad && this.samples.length < MOST_SAMPLES)
      this.samples.push(`${judgement}: ${name} ${status} ${said.slice(0, 300)}`);
  }

  count(judgement: Judgement): number {
    return [...this.counts.values()].reduce(
      (sum, { heard, times }) => sum + (heard.judgement === judgement ? times : 0),
      0,
    );
  }

  get rows(): (string | number)[][] {
    const rows = [...this.counts.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { heard, times, slowestMs }]) => [
        heard.name,
        heard.status,
        heard.judgement,
        times,
        Math.round(slowestMs),
      ]);
    return [['question', 'status', 'judgement', 'times', 'slowest, ms'], ...rows];
  }
}
