import { Injectable, type StreamableFile } from '@nestjs/common';
import { BillingService } from './billing.service.js';
import { pageOf } from './page.js';
import { select } from './selection.js';
import type { UsageQueryDto } from './usage-query.dto.js';
import { csvFile, ndjsonFile } from './usage-files.js';
import { toUsageDto, type UsageDto } from './usage.dto.js';

@Injectable()
export class UsageService {
  constructor(private readonly billing: BillingService) {}

  /** The bill of the current period, or what of it the query asks for. Throws an UpstreamError or an InvalidInputError. */
  async ofCurrentPeriod(query: UsageQueryDto, format: string): Promise<UsageDto | StreamableFile> {
    const usage = toUsageDto(pageOf(select(await this.billing.currentPeriod(), query), query));
    if (format === 'csv') return csvFile(usage.usage);
    return format === 'ndjson' ? ndjsonFile(usage.usage) : usage;
  }
}
