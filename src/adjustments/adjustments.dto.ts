import { ApiProperty } from '@nestjs/swagger';
import { AdjustmentDto } from '../billing/adjustment.dto.js';

/** Adjustments, the oldest first. */
export class AdjustmentsDto {
  @ApiProperty({ type: [AdjustmentDto] })
  adjustments!: AdjustmentDto[];
}
