import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { BillingService } from '../../billing/billing.service.js';
import type { Recorder } from './recorder.js';

/** Asks for the current bill from time to time, as a caller would, so that a quiet day is recorded too. */
export class Poller implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Ledger');
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private lastFailure = '';

  constructor(
    private readonly billing: BillingService,
    private readonly recorder: Recorder,
    private readonly everyMs: number,
  ) {}

  onApplicationBootstrap(): void {
    void this.poll();
  }

  /** What is being recorded is recorded to its end; nothing new is begun. */
  onModuleDestroy(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.recorder.stop();
  }

  private async poll(): Promise<void> {
    await this.ask();
    if (!this.isStopped) this.timer = setTimeout(() => void this.poll(), this.everyMs).unref();
  }

  /** A failed read is no reading: it changes nothing in the ledger. */
  private async ask(): Promise<void> {
    try {
      const { bill, ageMs } = await this.billing.currentBill();
      this.lastFailure = '';
      await this.recorder.record(bill, ageMs);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== this.lastFailure) this.logger.warn(`nothing to record: ${message}`);
      this.lastFailure = message;
    }
  }
}
