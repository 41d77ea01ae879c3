import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { CopilotUpstreamService } from './copilot-upstream.service.js';
import type { Period, Report } from './period.js';
import { UpstreamBudget } from './upstream-budget.js';
import { UpstreamState } from './upstream-state.js';

/** Something that is being read, and what the reading has spent so far. */
export interface Reading<Result> {
  readonly result: Promise<Result>;
  readonly budget: Pick<UpstreamBudget, 'calls' | 'retries'>;
}

/** Reads the current billing period, whole and consistent, or not at all. */
@Injectable()
export class PeriodService {
  private underWay: Reading<Period> | undefined;

  constructor(
    private readonly upstream: CopilotUpstreamService,
    private readonly state: UpstreamState,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  /** One reading serves all who ask while it is under way; the next to ask starts a new one. */
  read(): Reading<Period> {
    this.underWay ??= this.start(async (budget) => {
      try {
        const messages = await this.upstream.getMessages(budget);
        const reports = await this.upstream.getReports(reportIdsOf(messages), budget);
        return { messages, reports };
      } finally {
        this.underWay = undefined;
      }
    });
    return this.underWay;
  }

  /** The reports that these name, and that exist, by their ids. */
  readReportsOf(messages: readonly { readonly reportId?: number }[]): Reading<Map<number, Report>> {
    return this.start((budget) => this.upstream.getReports(reportIdsOf(messages), budget));
  }

  private start<Result>(read: (budget: UpstreamBudget) => Promise<Result>): Reading<Result> {
    const budget = new UpstreamBudget(this.settings.upstream);
    return { budget, result: this.watch(budget, read(budget)).finally(() => budget.close()) };
  }

  private async watch<Result>(budget: UpstreamBudget, reading: Promise<Result>): Promise<Result> {
    try {
      const result = await reading;
      if (budget.calls > 0) this.state.succeeded();
      return result;
    } catch (error) {
      this.state.failed(error);
      throw error;
    }
  }
}

const reportIdsOf = (messages: readonly { readonly reportId?: number }[]): number[] =>
  messages.flatMap(({ reportId }) => reportId ?? []);
