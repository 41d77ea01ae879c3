import { ApiProperty } from '@nestjs/swagger';

export class LivenessDto {
  @ApiProperty({ example: 'ok' })
  status!: string;
}

/** The answer of `@nestjs/terminus`, which reports the same facts in `info` and `details`. */
export class ReadinessDto {
  @ApiProperty({
    enum: ['ok', 'degraded'],
    description: '`degraded`: the last read of the upstream failed, or it could not be written into the ledger',
  })
  status!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { upstream: { status: 'up', lastReading: 'ok', readAt: '2026-03-15T18:04:11.020Z' } },
  })
  info!: object;

  @ApiProperty({ type: 'object', additionalProperties: true, example: {} })
  error!: object;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { upstream: { status: 'up', lastReading: 'ok', readAt: '2026-03-15T18:04:11.020Z' } },
  })
  details!: object;
}
