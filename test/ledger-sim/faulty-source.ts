import { HOSTILE, NATURAL } from './faults.js';
import type { Random } from './random.js';
import type { RawAnswer } from './raw-answer.js';
import { SimulatedUpstream } from './simulated-upstream.js';

const HOUR_MS = 3_600_000;

/** Upstream as the service sees it: through faults, with outages, by a clock that is wrong at times. */
export class FaultySource {
  readonly upstream: SimulatedUpstream;
  faults = 0;
  /** Nothing goes wrong while this is set. */
  isCalm = false;
  private clockErrorMs = 0;

  constructor(
    private readonly random: Random,
    private readonly isHostile: boolean,
  ) {
    this.upstream = new SimulatedUpstream(random);
  }

  /** Lets the time until the next poll pass. */
  advance(): void {
    const { random, isCalm } = this;
    const isOutage = !isCalm && random.chance(0.03);
    this.upstream.advance(isOutage ? random.whole(24, 96) : random.whole(1, 30));
    if (random.chance(0.03)) this.clockErrorMs = random.whole(-24, 24) * HOUR_MS;
    if (isCalm) this.clockErrorMs = 0;
  }

  get clockMs(): number {
    return this.upstream.nowMs + this.clockErrorMs;
  }

  /** What upstream answers to a poll at this moment; undefined if it fails. */
  ask(): RawAnswer | undefined {
    const { random, upstream } = this;
    const faults = this.isHostile ? HOSTILE : NATURAL;
    const hasFault = !this.isCalm && random.chance(0.25);
    this.faults += Number(hasFault);
    const answer = hasFault ? faults[random.pick(Object.keys(faults))]?.(upstream, random) : upstream.answer();
    return answer && { ...answer, atMs: this.clockMs };
  }
}
