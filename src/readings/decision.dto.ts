import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Length } from 'class-validator';
import { HELD_DECISIONS, type HeldDecision, type RecordedDecision } from '../billing/ledger-decisions.js';
import { Satisfies } from '../validation/satisfies.js';

const REASON_MAX = 500;

const isBlank = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.trim() === '';

/** What a person decides on a held reading, and why. */
export class DecisionDto {
  @ApiProperty({
    enum: HELD_DECISIONS,
    description:
      '`same_period`: it is applied to the open period. `new_period`: the open period ends, and it begins the next. ' +
      '`discard`: it is ignored',
  })
  @IsIn(HELD_DECISIONS, { message: `must be one of ${HELD_DECISIONS.join(', ')}` })
  decision!: HeldDecision;

  @ApiProperty({ minLength: 1, maxLength: REASON_MAX, example: 'The upstream team restored a backup' })
  @Length(1, REASON_MAX, { message: `must be a string of 1 to ${REASON_MAX} characters` })
  @Satisfies((value) => !isBlank(value), 'must not be blank')
  reason!: string;
}

/** A decision as the ledger keeps it. */
export class RecordedDecisionDto extends DecisionDto {
  @ApiProperty({ type: 'integer', description: 'Of the decision: from 1, without gaps', example: 1 })
  number!: number;

  @ApiProperty({ type: 'integer', description: 'Number of the reading', example: 388 })
  reading!: number;

  @ApiProperty({ description: 'Name of the key that asked', example: 'finance' })
  author!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export const toRecordedDecisionDto = (recorded: RecordedDecision): RecordedDecisionDto => {
  const { number, reading, decision, reason, author, at } = recorded;
  return { number, reading, decision, reason, author, at };
};
