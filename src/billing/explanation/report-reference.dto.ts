import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A report that a message names. */
export class ReportReferenceDto {
  @ApiProperty({ type: 'integer', example: 6101 })
  id!: number;

  @ApiPropertyOptional({ description: 'Absent if the report does not exist', example: 'Lease Abstract' })
  name?: string;
}
