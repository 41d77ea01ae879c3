import { Injectable } from '@nestjs/common';
import { findPeriod } from '../billing/find-period.js';
import { PastPeriods } from '../billing/past-periods.js';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';
import { type AdjustmentsDto, toAdjustmentDto } from './adjustments.dto.js';

@Injectable()
export class AdjustmentsService {
  constructor(private readonly periods: PastPeriods) {}

  /**
   * The adjustments that are booked in a period, oldest first; all of them without an id. Throws
   * what {@link PastPeriods} throws.
   */
  async list(id: string | undefined): Promise<AdjustmentsDto> {
    const period = id === undefined ? undefined : await findPeriod(this.periods, id);
    return { adjustments: await mapInTimeSlices(await this.periods.adjustments(period?.id), toAdjustmentDto) };
  }
}
