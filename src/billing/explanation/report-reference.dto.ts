import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Report } from '../../period/message.js';

/** A report that a message names. */
export class ReportReferenceDto {
  @ApiProperty({ type: 'integer', example: 6101 })
  id!: number;

  @ApiPropertyOptional({ description: 'Absent if the report does not exist', example: 'Lease Abstract' })
  name?: string;
}

/** The report with this id, without a name if it does not exist. */
export const toReportReference = (id: number, report: Report | undefined): ReportReferenceDto => ({
  id,
  ...(report && { name: report.name }),
});
