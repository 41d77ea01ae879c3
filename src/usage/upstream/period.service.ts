import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { CopilotUpstreamService } from './copilot-upstream.service.js';
import type { Period } from './period.js';
import { UpstreamBudget } from './upstream-budget.js';
import { UpstreamState } from './upstream-state.js';

/** A reading under way and what it has spent so far. */
export interface PeriodReading {
  readonly period: Promise<Period>;
  readonly budget: Pick<UpstreamBudget, 'calls' | 'retries'>;
}

/** Reads the current billing period, whole and consistent, or not at all. */
@Injectable()
export class PeriodService {
  private underWay: PeriodReading | undefined;

  constructor(
    private readonly upstream: CopilotUpstreamService,
    private readonly state: UpstreamState,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  /** One reading serves all who ask while it is under way; the next to ask starts a new one. */
  read(): PeriodReading {
    if (!this.underWay) {
      const budget = new UpstreamBudget(this.settings.upstream);
      const period = this.readWith(budget).finally(() => {
        this.underWay = undefined;
      });
      this.underWay = { period, budget };
    }
    return this.underWay;
  }

  private async readWith(budget: UpstreamBudget): Promise<Period> {
    try {
      const messages = await this.upstream.getMessages(budget);
      const reportIds = messages.flatMap(({ reportId }) => reportId ?? []);
      const reports = await this.upstream.getReports(reportIds, budget);
      this.state.succeeded();
      return { messages, reports };
    } catch (error) {
      this.state.failed(error);
      throw error;
    } finally {
      budget.abandon();
    }
  }
}
