import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { toAmount } from '../billing/amount.js';
import { ANSWER_KINDS, type AnswerKind, type Divergence, type LedgerComparison } from '../billing/ledger-comparison.js';
import { minus } from '../pricing/index.js';
import { ExactNumber } from '../validation/exact-number.js';
import { type ReconciliationVerdict, VERDICTS, verdictOn } from './verdict.js';

/** The bill of upstream now. */
export class UpstreamTotalsDto {
  @ApiProperty({ type: 'integer', example: 2 })
  messages!: number;

  @ApiProperty({ type: 'number', description: 'Credits, the exact decimal value', example: 8.1 })
  credits_used!: ExactNumber;

  @ApiProperty({
    enum: ANSWER_KINDS,
    description:
      'What it is to the ledger: of the open period, of the next or of an earlier one; otherwise the reason for which ' +
      'such an answer is held',
  })
  is!: AnswerKind;
}

/** The open period of the ledger, without adjustments. */
export class LedgerTotalsDto {
  @ApiPropertyOptional({ description: 'Id of the period; absent if none is open', example: '2024-05-05' })
  period?: string;

  @ApiProperty({ type: 'integer', example: 3 })
  messages!: number;

  @ApiProperty({ type: 'number', description: 'Credits, the exact decimal value', example: 10.45 })
  credits_used!: ExactNumber;
}

/** Messages that upstream and the open period do not agree on. */
export class DivergenceDto {
  @ApiProperty({ type: 'integer', example: 1 })
  messages!: number;

  @ApiProperty({
    type: 'number',
    description: 'What they cost in the ledger, less what they cost upstream',
    example: 2.35,
  })
  credits!: ExactNumber;

  @ApiProperty({ type: [Number], description: 'Of the first 1000', example: [1003] })
  message_ids!: readonly number[];
}

/** The ledger less upstream, and what makes it. */
export class DifferenceDto {
  @ApiProperty({ type: 'number', example: 2.35 })
  credits!: ExactNumber;

  @ApiProperty({ type: DivergenceDto, description: 'Billed in the open period, and no longer upstream' })
  missing!: DivergenceDto;

  @ApiProperty({ type: DivergenceDto, description: 'Upstream, and not recorded yet' })
  added!: DivergenceDto;

  @ApiProperty({ type: DivergenceDto, description: 'In both, with another text, report or price' })
  changed!: DivergenceDto;

  @ApiProperty({ type: DivergenceDto, description: 'Upstream, and billed in an earlier period' })
  carried!: DivergenceDto;
}

/** Upstream beside the open period of the ledger. */
export class ReconciliationDto {
  @ApiProperty({
    enum: VERDICTS,
    description:
      '`equal`: message for message the same. `explained`: the messages listed make the whole difference. `unrelated`: ' +
      'upstream does not send the open period, or the totals differ by something else',
  })
  verdict!: ReconciliationVerdict;

  @ApiProperty()
  upstream!: UpstreamTotalsDto;

  @ApiProperty()
  ledger!: LedgerTotalsDto;

  @ApiProperty()
  difference!: DifferenceDto;
}

export const toReconciliationDto = (comparison: LedgerComparison): ReconciliationDto => {
  const { upstream, ledger, missing, added, changed, carried } = comparison;
  return {
    verdict: verdictOn(comparison),
    upstream: { messages: upstream.messages, credits_used: toAmount(upstream.credits), is: upstream.is },
    ledger: {
      ...(ledger.period !== undefined && { period: ledger.period }),
      messages: ledger.messages,
      credits_used: toAmount(ledger.credits),
    },
    difference: {
      credits: toAmount(minus(ledger.credits, upstream.credits)),
      missing: toDivergenceDto(missing),
      added: toDivergenceDto(added),
      changed: toDivergenceDto(changed),
      carried: toDivergenceDto(carried),
    },
  };
};

const toDivergenceDto = ({ messages, credits, ids }: Divergence): DivergenceDto => ({
  messages,
  credits: toAmount(credits),
  message_ids: ids,
});
