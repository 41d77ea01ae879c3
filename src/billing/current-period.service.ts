import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import type { MessageCollector } from '../period/message.js';
import type { Period } from '../period/period.js';
import { TimeSlice } from '../time/time-slice.js';
import type { UpstreamDeadline } from '../upstream/attempts/upstream-deadline.js';
import { PeriodReader, type ValidatedPeriod } from './period-reader.js';
import { TextCollectors } from './text-collectors.js';
import { NO_CALLS, type UpstreamRead, UpstreamReads } from './upstream-reads.js';

/** A period that may be used without asking upstream. */
export interface CachedPeriod {
  readonly period: Period;
  readonly ageMs: number;
}

/** A period, and a collector that has received all of its messages with their texts. */
export interface PeriodWithTexts<Collector> {
  readonly period: Period;
  readonly collector: Collector;
}

/** A read with texts that callers can still join, because none of its messages has arrived. */
interface SharedTextRead {
  readonly collectors: TextCollectors;
  readonly read: UpstreamRead<Period>;
}

/**
 * Provides the current period. All callers share the read in flight. The last period read is kept:
 * it is used as it is while it is fresh, and after that upstream is asked to confirm it.
 */
@Injectable()
export class CurrentPeriodService {
  private cached: ValidatedPeriod | undefined;
  /** The one read of the period that is in flight, with texts or without. */
  private inFlight: UpstreamRead<Period> | undefined;
  private sharedTextRead: SharedTextRead | undefined;

  constructor(
    private readonly reader: PeriodReader,
    private readonly reads: UpstreamReads,
    private readonly metrics: MetricsService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  /** The last period read, if that was less than `USAGE_MAX_AGE_MS` ago; undefined otherwise. */
  get cachedFresh(): CachedPeriod | undefined {
    if (!this.cached || this.settings.usageMaxAgeMs === 0) return undefined;
    const ageMs = performance.now() - this.cached.askedAt;
    return ageMs < this.settings.usageMaxAgeMs ? { period: this.cached.period, ageMs } : undefined;
  }

  /**
   * Returns the period as upstream has it now, or had it less than `USAGE_MAX_AGE_MS` ago. Joins
   * the read in flight, or starts one. The result throws an UpstreamError.
   */
  read(): UpstreamRead<Period> {
    const { cachedFresh } = this;
    if (cachedFresh) {
      return { result: Promise.resolve(cachedFresh.period), usage: NO_CALLS, ageMs: cachedFresh.ageMs };
    }
    if (this.inFlight) this.metrics.readingShared();
    this.inFlight ??= this.reads.start((deadline) =>
      this.readPeriod(deadline).finally(() => (this.inFlight = undefined)),
    );
    return this.inFlight;
  }

  /**
   * Returns the period, and a collector that has received all messages with their texts. A small
   * period keeps its texts. A large one is read again with its texts, so that both come from one
   * read. Callers share that read until its messages begin to arrive; later callers share the next
   * read, which starts after it. The result throws an UpstreamError.
   */
  readTexts<Collector extends MessageCollector>(
    newCollector: () => Collector,
  ): UpstreamRead<PeriodWithTexts<Collector>> {
    if (!this.cached || this.cached.period.messages.hasTexts) {
      const read = this.read();
      return { ...read, result: read.result.then((period) => this.replay(period, newCollector)) };
    }
    if (this.sharedTextRead) this.metrics.readingShared();
    this.sharedTextRead ??= this.startTextRead();
    const { collectors, read } = this.sharedTextRead;
    const collectorOf = collectors.join(newCollector);
    if (collectors.isFull) this.sharedTextRead = undefined;
    return { ...read, result: read.result.then((period) => ({ period, collector: collectorOf() })) };
  }

  /** Starts a read with texts, which waits until no other read of the period is in flight. */
  private startTextRead(): SharedTextRead {
    const close = (): void => {
      if (this.sharedTextRead === shared) this.sharedTextRead = undefined;
    };
    const collectors = new TextCollectors(close);
    const read = async (deadline: UpstreamDeadline): Promise<Period> => {
      do await this.inFlight?.result.catch(() => undefined);
      while (this.inFlight);
      this.inFlight = shared.read;
      try {
        return await this.readPeriod(deadline, collectors);
      } finally {
        close();
        this.inFlight = undefined;
      }
    };
    const shared: SharedTextRead = { collectors, read: this.reads.start(read) };
    return shared;
  }

  private async readPeriod(deadline: UpstreamDeadline, texts?: TextCollectors): Promise<Period> {
    const read = await this.reader.read(deadline, this.cached, texts);
    // A read that started earlier but ends later must not replace a newer one.
    if (!this.cached || this.cached.askedAt <= read.askedAt) this.cached = read;
    return read.period;
  }

  private async replay<Collector extends MessageCollector>(
    period: Period,
    newCollector: () => Collector,
  ): Promise<PeriodWithTexts<Collector>> {
    const batches = period.messages.withTexts();
    if (!batches) return this.readTexts(newCollector).result;
    const collector = newCollector();
    const timeSlice = new TimeSlice();
    for (const messages of batches) {
      collector.collect(messages);
      await timeSlice.yieldIfSpent();
    }
    return { period, collector };
  }
}
