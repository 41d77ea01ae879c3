import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import { toDecimal } from '../pricing/index.js';
import { BillEvents, type BillMade } from './bill-events.js';

/**
 * Reports each new bill to operators: in metrics, and in a warning if the number of ids that repeat has changed,
 * since only a person can judge those.
 */
@Injectable()
export class BillObservers implements OnModuleInit {
  private readonly logger = new Logger('BillingService');
  /** Number of repeated ids that was said last, so that a read each minute does not repeat it. */
  private warnedOf = 0;

  constructor(
    private readonly events: BillEvents,
    private readonly metrics: MetricsService,
  ) {}

  onModuleInit(): void {
    this.events.onBillMade((made) => this.updateMetrics(made));
    this.events.onBillMade((made) => this.warnOfRepeatedIds(made));
  }

  private updateMetrics({ bill, repeatedIds }: BillMade): void {
    this.metrics.billMade({ entries: bill.entriesByBasis(), credits: toDecimal(bill.wholeTotal()), repeatedIds });
  }

  private warnOfRepeatedIds({ repeatedIds }: BillMade): void {
    if (repeatedIds === this.warnedOf) return;
    this.warnedOf = repeatedIds;
    if (repeatedIds === 0) return;
    this.logger.warn(`${repeatedIds} messages repeat the id of another one; all are billed`);
  }
}
