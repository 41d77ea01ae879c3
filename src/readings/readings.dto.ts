import { ApiProperty } from '@nestjs/swagger';
import { toAmount } from '../billing/amount.js';
import { HELD_REASONS, type HeldReading } from '../billing/held-reading.js';
import { ExactNumber } from '../validation/exact-number.js';

/** An answer of upstream that the ledger has stored and applied to no period. */
export class HeldReadingDto {
  @ApiProperty({ type: 'integer', example: 388 })
  number!: number;

  @ApiProperty({ description: 'When upstream answered', format: 'date-time' })
  at!: string;

  @ApiProperty({
    enum: HELD_REASONS,
    description:
      '`empty`: it has no message. `shrunk`: most messages of the open period are gone. `rewritten`: most came back ' +
      'changed. `unrelated`: it has nothing of the open period, and is not after it. `late`: an old answer with ' +
      'messages that are billed nowhere and whose period is closed',
  })
  reason!: HeldReading['reason'];

  @ApiProperty({ type: 'integer', example: 12 })
  messages!: number;

  @ApiProperty({ type: 'number', description: 'Credits, the exact decimal value', example: 61.35 })
  credits_used!: ExactNumber;
}

/** The readings that are held now, the oldest first. */
export class HeldReadingsDto {
  @ApiProperty({ type: [HeldReadingDto] })
  readings!: HeldReadingDto[];
}

export const toHeldReadingDto = ({ number, at, reason, messages, credits }: HeldReading): HeldReadingDto => ({
  number,
  at,
  reason,
  messages,
  credits_used: toAmount(credits),
});
