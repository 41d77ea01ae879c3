import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import type { TextPricer } from '../pricing/index.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { TimeSlice } from '../time/time-slice.js';
import { CreditCalculatorService } from './credit-calculator.service.js';
import { PricedMessages } from '../period/priced-messages.js';
import { TextCollectors } from './text-collectors.js';
import { CopilotUpstreamService } from '../upstream/copilot-upstream.service.js';
import { LookUpPool, type Priority } from '../upstream/lookup-pool.js';
import { LookUpQueue } from '../upstream/lookup-queue.js';
import type { Message, MessageCollector, Report } from '../period/message.js';
import { type KnownReports, ReportLookups } from '../upstream/report-lookups.js';
import type { Validated } from '../upstream/attempts/conditional-request.js';
import { UpstreamDeadline } from '../upstream/attempts/upstream-deadline.js';
import { UpstreamState } from '../upstream/upstream-state.js';

/** One consistent reading of the upstream. It never changes: what upstream changes makes a new one. */
export interface Period {
  readonly messages: PricedMessages;
  /** Every report that a message names and that exists, by its id. */
  readonly reports: ReadonlyMap<number, Report>;
}

/** Something that is being read, and what the reading has spent so far. */
export interface Reading<Result> {
  readonly result: Promise<Result>;
  readonly budget: Pick<UpstreamDeadline, 'calls' | 'retries'>;
  /** Where upstream is not asked: milliseconds since it was. */
  readonly ageMs?: number;
}

export interface FreshPeriod {
  readonly period: Period;
  readonly ageMs: number;
}

/** A period with the validators to ask with whether it has changed. */
interface KeptPeriod {
  readonly period: Period;
  readonly messages: Validated<PricedMessages>;
  readonly reports: KnownReports;
  /** When upstream was asked for it, by `performance.now()`. */
  readonly askedAt: number;
}

/** Collectors that wait for a reading with texts, until its messages arrive. */
interface Gathering {
  readonly collectors: TextCollectors;
  /** Takes no more collectors. */
  close(): void;
}

interface TextReading extends Pick<Gathering, 'collectors'> {
  readonly reading: Reading<Period>;
}

const NOTHING_SPENT = { calls: 0, retries: 0 };

/** Reads the current billing period, whole and consistent, or not at all; what has not changed is neither read nor priced again. */
@Injectable()
export class CurrentPeriodService {
  private kept: KeptPeriod | undefined;
  /** The one reading of the period that is under way, with texts or without. */
  private underWay: Reading<Period> | undefined;
  /** The reading with texts that others may still share: its messages have not begun to arrive. */
  private gathering: TextReading | undefined;

  private readonly pricer: TextPricer;

  constructor(
    private readonly upstream: CopilotUpstreamService,
    private readonly state: UpstreamState,
    private readonly pool: LookUpPool,
    private readonly metrics: MetricsService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
    calculator: CreditCalculatorService,
    rateCards: RateCardsService,
  ) {
    this.pricer = calculator.textPricer(rateCards.billing.card);
  }

  /** The period that may be given without asking upstream, and how long ago that was asked. */
  get fresh(): FreshPeriod | undefined {
    if (!this.kept || this.settings.usageMaxAgeMs === 0) return undefined;
    const ageMs = performance.now() - this.kept.askedAt;
    return ageMs < this.settings.usageMaxAgeMs ? { period: this.kept.period, ageMs } : undefined;
  }

  /**
   * The period as upstream has it, or had it less than `USAGE_MAX_AGE_MS` ago. One reading serves all who ask while it is under way;
   * the next to ask starts a new one. Its result throws an UpstreamError.
   */
  read(): Reading<Period> {
    const { fresh } = this;
    if (fresh) return { result: Promise.resolve(fresh.period), budget: NOTHING_SPENT, ageMs: fresh.ageMs };
    if (this.underWay) this.metrics.readingShared();
    this.underWay ??= this.start((budget) => this.readPeriod(budget).finally(() => (this.underWay = undefined)));
    return this.underWay;
  }

  /**
   * The period, and its messages with their texts into `sink`. The texts of a small period are kept; those of a large one are read
   * again, and it with them, so that all of it is one reading. That serves all who ask before its messages begin to arrive; those who
   * ask later share the next one, which waits for it.
   */
  readTexts(sink: MessageCollector): Reading<Period> {
    if (!this.kept || this.kept.messages.known.hasTexts) {
      const { result, ...reading } = this.read();
      return { ...reading, result: result.then((period) => this.replay(period, sink)) };
    }
    if (this.gathering) this.metrics.readingShared();
    this.gathering ??= this.gather();
    const { collectors, reading } = this.gathering;
    collectors.join(sink);
    if (collectors.isFull) this.gathering = undefined;
    const result = reading.result.then((period) => {
      collectors.check(sink);
      return period;
    });
    return { ...reading, result };
  }

  /**
   * The reports that these name, and that exist, by their ids. They are looked up after those of the period, and no longer once `left`
   * says that the caller has gone. Its result throws an UpstreamError or a TooManyLookUpsError.
   */
  readReportsOf(
    messages: readonly Pick<Message, 'reportId'>[],
    left?: AbortSignal,
  ): Reading<ReadonlyMap<number, Report>> {
    return this.start(async (budget) => {
      left?.addEventListener('abort', () => budget.close(), { once: true });
      const ids = new Set(messages.flatMap(({ reportId }) => reportId ?? []));
      return reportsIn(await this.lookUps(budget, 'estimate').all(ids));
    });
  }

  /** A reading with texts, which begins when no other one of the period is under way. */
  private gather(): TextReading {
    const collectors = new TextCollectors();
    const close = (): void => {
      if (this.gathering === gathered) this.gathering = undefined;
    };
    const read = async (budget: UpstreamDeadline): Promise<Period> => {
      do await this.underWay?.result.catch(() => undefined);
      while (this.underWay);
      this.underWay = gathered.reading;
      try {
        return await this.readPeriod(budget, { collectors, close });
      } finally {
        close();
        this.underWay = undefined;
      }
    };
    const gathered: TextReading = { collectors, reading: this.start(read) };
    return gathered;
  }

  /**
   * Messages and the reports known from last time are asked for at once, so that an unchanged period costs one round trip; reports
   * that are new to it are asked for once the messages have named them.
   */
  private async readPeriod(budget: UpstreamDeadline, texts?: Gathering): Promise<Period> {
    const { kept } = this;
    const askedAt = performance.now();
    const lookUps = this.lookUps(budget, 'period', kept?.reports);
    if (kept) lookUps.begin(kept.messages.known.reportIds);
    const messages = await this.upstream.getMessages(
      () => {
        texts?.close();
        return new PricedMessages(this.pricer, texts?.collectors);
      },
      budget,
      // A 304 would confirm the period without sending the texts.
      texts ? undefined : kept?.messages,
    );
    const reports = await lookUps.all(messages.known.reportIds);
    const period =
      kept && kept.messages.known === messages.known && areSame(kept.reports, reports)
        ? kept.period
        : { messages: messages.known, reports: reportsIn(reports) };
    // A reading that was asked for earlier and ends later is not the latest.
    if (!this.kept || this.kept.askedAt <= askedAt) this.kept = { period, messages, reports, askedAt };
    return period;
  }

  private async replay(period: Period, sink: MessageCollector): Promise<Period> {
    const blocks = period.messages.withTexts();
    if (!blocks) return this.readTexts(sink).result;
    const timeSlice = new TimeSlice();
    for (const messages of blocks) {
      sink.add(messages);
      await timeSlice.yieldIfSpent();
    }
    return period;
  }

  private lookUps(budget: UpstreamDeadline, priority: Priority, known?: KnownReports): ReportLookups {
    const queue = new LookUpQueue(this.pool, priority, budget);
    return new ReportLookups((id) => this.upstream.getReport(id, budget, known?.get(id)), queue);
  }

  private start<Result>(read: (budget: UpstreamDeadline) => Promise<Result>): Reading<Result> {
    const budget = new UpstreamDeadline(this.settings.upstream);
    return { budget, result: this.watch(budget, read(budget)).finally(() => budget.close()) };
  }

  private async watch<Result>(budget: UpstreamDeadline, reading: Promise<Result>): Promise<Result> {
    try {
      const result = await reading;
      if (budget.calls > 0) this.state.succeeded();
      return result;
    } catch (error) {
      // A reading that was given up says nothing about the upstream.
      if (!budget.signal.aborted || budget.isExpired) this.state.failed(error);
      throw error;
    }
  }
}

const reportsIn = (known: KnownReports): ReadonlyMap<number, Report> =>
  new Map(Array.from(known, ([id, { known: report }]) => [id, report]));

/** By what they say: upstream may give no validator, or a new one for the same report. */
const areSame = (before: KnownReports, now: KnownReports): boolean =>
  before.size === now.size && Array.from(now).every(([id, { known }]) => isSame(before.get(id)?.known, known));

const isSame = (before: Report | undefined, now: Report): boolean =>
  before?.name === now.name && before.creditCost === now.creditCost;
