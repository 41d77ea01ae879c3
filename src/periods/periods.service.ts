import { Injectable } from '@nestjs/common';
import { findPeriod } from '../billing/find-period.js';
import { PastPeriods } from '../billing/past-periods.js';
import type { Representation } from '../http/answers/representation.js';
import { TextPieces } from '../http/answers/text-pieces.js';
import { formatChanges } from './change-lines.js';
import { toPage } from './page.js';
import type { PeriodDetailsDto } from './period-details.dto.js';
import type { PeriodsQueryDto } from './periods-query.dto.js';
import type { PeriodsDto } from './periods.dto.js';
import { toSealedAnswer } from './sealed-file.js';
import { toPeriodDetailsDto, toPeriodDto } from './to-period-dto.js';

/**
 * The periods of the ledger. Every method throws a NoLedgerError or a LedgerUnavailableError, and
 * an UnknownPeriodError if it takes an id.
 */
@Injectable()
export class PeriodsService {
  constructor(private readonly periods: PastPeriods) {}

  /** The page of periods that the query asks for, newest first. Throws an InvalidInputError. */
  async list(query: PeriodsQueryDto): Promise<PeriodsDto> {
    const { periods, nextCursor } = toPage(await this.periods.list(), query);
    return { periods: periods.map(toPeriodDto), next_cursor: nextCursor };
  }

  async find(id: string): Promise<PeriodDetailsDto> {
    return toPeriodDetailsDto(await findPeriod(this.periods, id));
  }

  /** What readings changed in the period after `after`, as newline-delimited JSON. */
  async changes(id: string, after: number): Promise<TextPieces> {
    const period = await findPeriod(this.periods, id);
    return new TextPieces(formatChanges(await this.periods.changes(period.id, after)));
  }

  /** The lines of a closed period. Throws a PeriodNotClosedError. */
  async sealed(id: string): Promise<Representation> {
    const period = await findPeriod(this.periods, id);
    return toSealedAnswer(await this.periods.sealed(period.id));
  }
}
