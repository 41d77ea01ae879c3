import type { LedgerRules } from '../../src/ledger/rule/record-reading.js';
import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { HeldReading } from '../../src/ledger/rule/reading.js';
import { check } from './check.js';
import { FaultySource } from './faulty-source.js';
import { checkFold } from './laws-of-history.js';
import type { StoreOperation } from './model-store.js';
import { Person } from './person.js';
import { Poller } from './poller.js';
import { Random } from './random.js';
import { RecordedLedger } from './recorded-ledger.js';
import { stateText } from './state-text.js';
import { checkTruth } from './truth.js';

const HOUR_MS = 3_600_000;

/** The rule as it ships, with the grace that is the default. */
export const HISTORY_RULES: LedgerRules = { graceMs: 72 * HOUR_MS };
const STEPS = 140;
/** The last steps are without faults: what was held must come right in them. */
const CALM_STEPS = 40;
/** A person asks for an adjustment this often. */
const STEPS_PER_ADJUSTMENT = 4;

/**
 * One history of a ledger, its upstream, two processes that record and their store, all from one
 * seed. Nothing waits and nothing is left to chance, so a seed that breaks a law breaks it again.
 */
export class Simulation {
  readonly counts = { steps: 0, faults: 0, crashes: 0 };
  private readonly random: Random;
  private readonly source: FaultySource;
  private readonly pollers: readonly [Poller, Poller];
  private readonly isHostile: boolean;
  private readonly ledger: RecordedLedger;
  private readonly person: Person;

  constructor(
    seed: number,
    rules: LedgerRules,
    /** `isHostile`: by the seed if not given. */
    options: { isCompared?: boolean; isHostile?: boolean } = {},
  ) {
    this.random = new Random(seed);
    const isHostile = this.random.chance(0.5);
    this.isHostile = options.isHostile ?? isHostile;
    this.source = new FaultySource(this.random, this.isHostile);
    this.ledger = new RecordedLedger(rules, options.isCompared ?? true);
    // By choices of their own, so that the same seed is the same upstream with and without a person.
    this.person = new Person(new Random(-seed), this.ledger);
    const { ledger } = this;
    const { key } = this.source.upstream;
    ledger.key = key;
    const poller = (): Poller =>
      new Poller(ledger.store, rules, key, (entries, answer) => ledger.committed(entries, { answer }));
    this.pollers = [poller(), poller()];
  }

  /** What the history had in it. */
  get report(): Readonly<Record<string, number>> {
    const faults = this.counts.faults + this.source.faults;
    return { ...this.counts, ...this.ledger.counts, faults };
  }

  get operations(): readonly StoreOperation[] {
    return this.ledger.store.operations;
  }

  /** Of the prints that the state has. */
  get key(): string {
    return this.ledger.key;
  }

  get state(): LedgerState {
    return this.ledger.state;
  }

  run(): void {
    for (let step = 1; step <= STEPS; step += 1) {
      this.source.isCalm = step > STEPS - CALM_STEPS;
      this.counts.steps += 1;
      this.step(step);
    }
    this.checkEnd();
  }

  private step(step: number): void {
    const { random, source } = this;
    source.advance();
    if (source.upstream.key !== this.key) this.restartUnder(source.upstream.key);
    this.record();
    if (step % STEPS_PER_ADJUSTMENT === 0) this.person.act(this.source.clockMs);
    if (this.source.isCalm) return;
    if (this.isHostile && random.chance(0.2)) this.decideAtRandom();
    if (random.chance(0.01)) this.restore();
  }

  /**
   * One poll, or two that get in each other's way; now and then a process dies at an await or the
   * store fails.
   */
  private record(): void {
    const { random } = this;
    const { isCalm } = this.source;
    const { store } = this.ledger;
    const [first, second] = this.pollers;
    if (!isCalm && random.chance(0.1)) {
      store.nextFault = random.pick(['before commit', 'after commit'] as const);
      this.counts.faults += 1;
    }
    const isShared = !isCalm && random.chance(0.2);
    const running = (isShared ? [first, second] : [random.pick(this.pollers)]).map((poller) => ({
      poller,
      polling: poller.poll(() => this.source.ask()),
    }));
    while (running.length > 0) {
      const current = random.pick(running);
      const isKilled = !isCalm && random.chance(0.02);
      if (isKilled) current.poller.kill();
      this.counts.crashes += Number(isKilled);
      const before = store.version;
      const isDone = isKilled || current.polling.next().done === true;
      const isKept = this.pollers.every(({ acknowledged }) => acknowledged <= store.version);
      check('I9', store.version >= before && isKept, () => 'an acknowledged commit is gone');
      if (isDone) running.splice(running.indexOf(current), 1);
    }
    store.nextFault = undefined;
  }

  private decideAtRandom(): void {
    const { random, ledger } = this;
    const { held, open } = ledger.state;
    if (held.length === 0 || !open) return;
    const decision = random.pick(['same_period', 'new_period', 'discard'] as const);
    ledger.decide(random.pick(held).number, decision, this.source.clockMs);
  }

  private restartUnder(key: string): void {
    for (const poller of this.pollers) {
      poller.kill();
      poller.key = key;
    }
    this.ledger.restartUnder(key);
  }

  /** Both processes start again on a backup. */
  private restore(): void {
    const { ledger, random } = this;
    ledger.restore(random.whole(0, ledger.store.version));
    for (const poller of this.pollers) {
      poller.kill();
      poller.acknowledged = 0;
    }
  }

  private recordAfresh(): void {
    for (const poller of this.pollers) poller.kill();
    this.record();
  }

  /**
   * After faults like those of networks all is well by itself; after others one decision of a
   * person must be enough, beside one on each late answer.
   */
  private checkEnd(): void {
    this.recordAfresh();
    const { ledger, pollers, source, isHostile } = this;
    const late = (): HeldReading | undefined => ledger.state.held.find(({ reason }) => isHostile && reason === 'late');
    for (let next = late(); next; next = late()) ledger.decide(next.number, 'same_period', this.source.clockMs);
    const last = ledger.state.held.at(-1)?.number;
    if (isHostile && last !== undefined) {
      ledger.decide(last, 'new_period', this.source.clockMs);
      this.recordAfresh();
    }
    const { state, store, answers } = ledger;
    const held = state.held.map(({ reason }) => reason).join();
    check('liveness', held === '', () => `held to the end: ${held}`);
    for (const { memory } of pollers)
      if (memory?.version === store.version)
        check('I9', stateText(memory.state) === stateText(state), () => 'a process remembers something else');
    checkFold(store.entries(), state, this.key);
    if (isHostile) return;
    checkTruth(state, answers, source.upstream.present);
  }
}
