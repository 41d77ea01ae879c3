import { Injectable } from '@nestjs/common';
import type { Message, MessageCollector, Report } from '../period/message.js';
import type { Period } from '../period/period.js';
import { createMessagePricer } from '../period/message-pricer.js';
import { PricedMessages } from '../period/priced-messages.js';
import { LargeTexts } from './large-texts.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { mapSchedule } from '../time/schedule.js';
import type { Validated } from '../upstream/attempts/conditional-request.js';
import type { UpstreamDeadline } from '../upstream/attempts/upstream-deadline.js';
import { CopilotUpstreamService } from '../upstream/copilot-upstream.service.js';
import { LookUpPool, type Priority } from '../upstream/lookup-pool.js';
import { LookUpQueue } from '../upstream/lookup-queue.js';
import { type KnownReports, ReportLookUps } from '../upstream/report-lookups.js';

/** A period, with the validators by which upstream can confirm it instead of sending it again. */
export interface ValidatedPeriod {
  readonly period: Period;
  readonly messages: Validated<PricedMessages>;
  readonly reports: KnownReports;
  /** When upstream was asked for it, by `performance.now()`. */
  readonly askedAt: number;
}

/**
 * Collects the texts of a read. The reader calls `begin` for each list of messages in the body; the
 * last list counts.
 */
interface TextCollector extends MessageCollector {
  begin(): void;
}

/** Reads a period from upstream, whole and consistent, or throws. */
@Injectable()
export class PeriodReader {
  private readonly pricer;

  constructor(
    private readonly upstream: CopilotUpstreamService,
    private readonly pool: LookUpPool,
    private readonly largeTexts: LargeTexts,
    rateCards: RateCardsService,
  ) {
    this.pricer = createMessagePricer(mapSchedule(rateCards.schedule, ({ card }) => card));
  }

  /**
   * Reads the period. It requests the messages and the reports known from `last` at the same time,
   * so that an unchanged period costs one round trip, and new reports once messages name them.
   * Returns the period of `last` itself if nothing has changed. Throws an UpstreamError.
   */
  async read(
    deadline: UpstreamDeadline,
    last: ValidatedPeriod | undefined,
    texts?: TextCollector,
  ): Promise<ValidatedPeriod> {
    const askedAt = performance.now();
    const lookUps = this.lookUps(deadline, 'period', last?.reports);
    if (last) lookUps.prefetch(last.period.messages.totals.reportIds);
    const messages = await this.upstream.getMessages(
      () => {
        texts?.begin();
        return new PricedMessages(this.pricer, (table) => [
          ...(texts ? [texts] : []),
          ...this.largeTexts.collectorsFor(table),
        ]);
      },
      deadline,
      // No validator here: a 304 would confirm the period without sending the texts.
      texts ? undefined : last?.messages,
    );
    const { table } = messages.known;
    messages.known.end();
    const reports = await lookUps.findAll(table.totals.reportIds);
    const isUnchanged = last?.messages.known === messages.known && areSame(last.reports, reports);
    const period = isUnchanged ? last.period : { messages: table, reports: toReports(reports) };
    return { period, messages, reports, askedAt };
  }

  /**
   * The reports that these messages name and that exist, by id. Look-ups of periods take
   * precedence. Throws an UpstreamError or a TooManyLookUpsError.
   */
  async readReportsOf(
    messages: readonly Pick<Message, 'reportId'>[],
    deadline: UpstreamDeadline,
  ): Promise<ReadonlyMap<number, Report>> {
    const ids = new Set(messages.flatMap(({ reportId }) => reportId ?? []));
    return toReports(await this.lookUps(deadline, 'estimate').findAll(ids));
  }

  private lookUps(deadline: UpstreamDeadline, priority: Priority, known?: KnownReports): ReportLookUps {
    const queue = new LookUpQueue(this.pool, priority, deadline);
    return new ReportLookUps((id) => this.upstream.getReport(id, deadline, known?.get(id)), queue);
  }
}

const toReports = (known: KnownReports): ReadonlyMap<number, Report> =>
  new Map(Array.from(known, ([id, { known: report }]) => [id, report]));

/**
 * Compares what the reports say, not their validators: upstream may give none, or a new one for the
 * same report.
 */
const areSame = (before: KnownReports, now: KnownReports): boolean =>
  before.size === now.size && Array.from(now).every(([id, { known }]) => isSame(before.get(id)?.known, known));

const isSame = (before: Report | undefined, now: Report): boolean =>
  before?.name === now.name && before.creditCost === now.creditCost;
