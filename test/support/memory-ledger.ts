import type { TestingModuleBuilder } from '@nestjs/testing';
import { type LedgerComparison, LedgerComparisons } from '../../src/billing/ledger-comparison.js';
import {
  type DecisionOnHeld,
  LedgerDecisions,
  type RecordedDecision,
  type RequestedAdjustment,
} from '../../src/billing/ledger-decisions.js';
import {
  AlreadyDecidedError,
  LedgerUnavailableError,
  PeriodNotClosedError,
  ReadingNotHeldError,
  TextsNotKeptError,
  UnknownPeriodError,
} from '../../src/billing/ledger.errors.js';
import type { Adjustment } from '../../src/billing/adjustment.js';
import type { HeldReading } from '../../src/billing/held-reading.js';
import type { LedgerPeriod } from '../../src/billing/ledger-period.js';
import {
  type PastBill,
  type PastBillWithTexts,
  type PastMessage,
  PastPeriods,
  type SealedFile,
} from '../../src/billing/past-periods.js';
import type { ChangesPage } from '../../src/billing/period-change.js';
import type { MessageCollector } from '../../src/period/message.js';
import { credits, plus, ZERO } from '../../src/pricing/index.js';
import type { KeptPeriod } from './kept-period.js';

export interface MemoryLedger {
  /** The newest first. */
  readonly periods: readonly KeptPeriod[];
  readonly adjustments?: readonly Adjustment[];
  readonly held?: readonly HeldReading[];
  /** Of whatever bill is compared. */
  readonly comparison?: LedgerComparison;
}

/** Changes a service so that it has this ledger: for `useService({ change })`. */
export const withLedger =
  (ledger: MemoryLedger) =>
  (module: TestingModuleBuilder): TestingModuleBuilder =>
    module
      .overrideProvider(PastPeriods)
      .useValue(new MemoryPeriods(ledger))
      .overrideProvider(LedgerDecisions)
      .useValue(new MemoryDecisions(ledger.held ?? []))
      .overrideProvider(LedgerComparisons)
      .useValue(new MemoryComparisons(ledger.comparison));

class MemoryPeriods extends PastPeriods {
  constructor(private readonly ledger: MemoryLedger) {
    super();
  }

  async list(): Promise<readonly LedgerPeriod[]> {
    return this.ledger.periods.map(({ period }) => period);
  }

  async find(id: string): Promise<LedgerPeriod> {
    return this.kept(id).period;
  }

  async bill(id: string): Promise<PastBill> {
    return this.kept(id);
  }

  async billWithTexts<Collector extends MessageCollector>(
    id: string,
    newCollector: () => Collector,
  ): Promise<PastBillWithTexts<Collector>> {
    const { bill, period, rowCards, messages, texts } = this.kept(id);
    if (!texts) throw new TextsNotKeptError(id);
    const collector = newCollector();
    collector.collect(texts);
    return { bill, period, rowCards, collector, rateCards: messages.slice(-1).map(({ rateCard }) => rateCard) };
  }

  async messagesWithId(id: string, messageId: number): Promise<readonly PastMessage[]> {
    return this.kept(id).messages.filter((message) => message.id === messageId);
  }

  /** One reading at a time. */
  async changes(id: string, after: number): Promise<ChangesPage> {
    const first = this.kept(id).readings.find(({ reading }) => reading > after);
    return first ? { readings: [first], next: first.reading } : { readings: [], next: after };
  }

  async sealed(id: string): Promise<SealedFile> {
    const { sealed } = this.kept(id);
    if (!sealed) throw new PeriodNotClosedError(id);
    return sealed;
  }

  async adjustments(id?: string): Promise<readonly Adjustment[]> {
    return (this.ledger.adjustments ?? []).filter(({ bookedIn }) => id === undefined || bookedIn === id);
  }

  async heldReadings(): Promise<readonly HeldReading[]> {
    return this.ledger.held ?? [];
  }

  private kept(id: string): KeptPeriod {
    const found = this.ledger.periods.find(({ period }) => period.id === id);
    if (found) return found;
    throw new UnknownPeriodError(
      id,
      this.ledger.periods.map(({ period }) => period.id),
    );
  }
}

class MemoryComparisons extends LedgerComparisons {
  constructor(private readonly comparison: LedgerComparison | undefined) {
    super();
  }

  async compare(): Promise<LedgerComparison> {
    if (!this.comparison) throw new LedgerUnavailableError('This ledger compares nothing');
    return this.comparison;
  }
}

const PRICE = credits('5.2');

class MemoryDecisions extends LedgerDecisions {
  private readonly decided = new Set<number>();

  constructor(private readonly held: readonly HeldReading[]) {
    super();
  }

  async decide(decision: DecisionOnHeld): Promise<RecordedDecision> {
    const { reading } = decision;
    if (!this.held.some(({ number }) => number === reading)) throw new ReadingNotHeldError(reading);
    if (this.decided.has(reading)) throw new AlreadyDecidedError(reading);
    this.decided.add(reading);
    return { ...decision, number: this.decided.size, at: '2024-05-06T09:00:00.000Z' };
  }

  /** Waives some of the first message of the closed period of `TWO_PERIODS`, whatever is asked. */
  async adjust({ credits: asked = ZERO, reason, author }: RequestedAdjustment): Promise<Adjustment> {
    return {
      number: 2,
      kind: 'waiver',
      bookedIn: '2024-05-05',
      message: { period: '2024-04-29', id: 1000, nth: 0 },
      period: undefined,
      was: PRICE,
      now: plus(PRICE, asked),
      credits: asked,
      reason,
      author,
      madeAt: '2024-05-10T11:00:00.000Z',
      reverses: undefined,
    };
  }
}
