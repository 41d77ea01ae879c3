import { Injectable, Logger } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { Price } from '../pricing/index.js';
import { CreditCalculatorService } from './credit-calculator.service.js';
import type { Message, Period, Report } from './upstream/period.js';
import { PeriodService } from './upstream/period.service.js';
import { toUsageDto, type UsageDto } from './usage.dto.js';

/** A message, the report that priced it if one did, and its price. */
export interface BilledMessage {
  readonly message: Message;
  readonly report: Report | undefined;
  readonly price: Price;
}

@Injectable()
export class UsageService {
  private readonly logger = new Logger(UsageService.name);

  constructor(
    private readonly periods: PeriodService,
    private readonly calculator: CreditCalculatorService,
    private readonly requestLog: PinoLogger,
  ) {}

  /** The bill of the current period. Throws an UpstreamError where any part of it could not be read. */
  async ofCurrentPeriod(): Promise<UsageDto> {
    return toUsageDto(this.bill(await this.readPeriod()));
  }

  private bill({ messages, reports }: Period): BilledMessage[] {
    this.warnOfRepeatedIds(messages);
    return messages.map((message) => {
      const report = message.reportId === undefined ? undefined : reports.get(message.reportId);
      return { message, report, price: this.calculator.priceOf(message, report) };
    });
  }

  private async readPeriod(): Promise<Period> {
    const { period, budget } = this.periods.read();
    try {
      const read = await period;
      this.requestLog.assign({ messages: read.messages.length });
      return read;
    } finally {
      this.requestLog.assign({ upstream_calls: budget.calls, upstream_retries: budget.retries });
    }
  }

  /** Both are billed as upstream sent them; whether that is right is for a person to say. */
  private warnOfRepeatedIds(messages: readonly Message[]): void {
    const repeated = messages.length - new Set(messages.map(({ id }) => id)).size;
    if (repeated > 0) this.logger.warn(`${repeated} messages repeat the id of another one; all are billed`);
  }
}
