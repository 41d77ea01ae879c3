import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import { toDecimal } from '../pricing/index.js';
import { BillEvents, type BillMade } from './bill-events.js';

/**
 * Reports each new bill to operators: in metrics, and in a warning if ids repeat, since only a
 * person can judge those.
 */
@Injectable()
export class BillObservers implements OnModuleInit {
  private readonly logger = new Logger('BillingService');

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
    if (repeatedIds === 0) return;
    this.logger.warn(`${repeatedIds} messages repeat the id of another one; all are billed`);
  }
}
