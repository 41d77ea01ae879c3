import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { type AdjustmentDto, toAdjustmentDto } from '../billing/adjustment.dto.js';
import { UnknownAdjustmentError } from '../billing/adjustment.errors.js';
import { findPeriod } from '../billing/find-period.js';
import { LedgerDecisions, type RequestedAdjustment } from '../billing/ledger-decisions.js';
import { PastPeriods } from '../billing/past-periods.js';
import { CURRENT } from '../billing/period-id.js';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';
import type { AdjustmentsDto } from './adjustments.dto.js';
import type { NewAdjustmentDto } from './new-adjustment.dto.js';
import { toRequest } from './to-request.js';

@Injectable()
export class AdjustmentsService {
  constructor(
    private readonly periods: PastPeriods,
    private readonly decisions: LedgerDecisions,
  ) {}

  /**
   * The adjustments that are booked in a period, oldest first; all of them without an id. Throws
   * what {@link PastPeriods} throws.
   */
  async list(id: string | undefined): Promise<AdjustmentsDto> {
    const period = id === undefined ? undefined : await findPeriod(this.periods, id);
    return { adjustments: await mapInTimeSlices(await this.periods.adjustments(period?.id), toAdjustmentDto) };
  }

  /** Throws an UnknownAdjustmentError, or what {@link PastPeriods} throws. */
  async find(number: number): Promise<AdjustmentDto> {
    const adjustments = await this.periods.adjustments();
    const adjustment = adjustments.find((each) => each.number === number);
    if (!adjustment) throw new UnknownAdjustmentError(number);
    return toAdjustmentDto(adjustment);
  }

  /**
   * Books what `caller` asks for, once for each key. Throws an InvalidInputError for fields that do
   * not go together, and what {@link LedgerDecisions} throws.
   */
  async make(body: NewAdjustmentDto, key: string, { name }: Caller): Promise<AdjustmentDto> {
    const request = await this.withPeriods(toRequest(body, key, name));
    return toAdjustmentDto(await this.decisions.adjust(request));
  }

  /** The hash stays that of the words: `current` asked again later is the same request. */
  private async withPeriods(request: RequestedAdjustment): Promise<RequestedAdjustment> {
    const { message, period } = request;
    return {
      ...request,
      message: message && { ...message, period: await this.idOf(message.period) },
      period: period === undefined ? undefined : await this.idOf(period),
    };
  }

  private async idOf(period: string): Promise<string> {
    return period === CURRENT ? (await findPeriod(this.periods, period)).id : period;
  }
}
