import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller.js';
import { LedgerDecisions } from '../billing/ledger-decisions.js';
import { PastPeriods } from '../billing/past-periods.js';
import { type DecisionDto, type RecordedDecisionDto, toRecordedDecisionDto } from './decision.dto.js';
import { type HeldReadingsDto, toHeldReadingDto } from './readings.dto.js';

@Injectable()
export class ReadingsService {
  constructor(
    private readonly periods: PastPeriods,
    private readonly decisions: LedgerDecisions,
  ) {}

  /** The readings that are held now, oldest first. Throws what {@link PastPeriods} throws. */
  async held(): Promise<HeldReadingsDto> {
    return { readings: (await this.periods.heldReadings()).map(toHeldReadingDto) };
  }

  /** Records a decision of `caller`. Throws what {@link LedgerDecisions} throws. */
  async decide(reading: number, { decision, reason }: DecisionDto, { name }: Caller): Promise<RecordedDecisionDto> {
    return toRecordedDecisionDto(await this.decisions.decide({ reading, decision, reason, author: name }));
  }
}
