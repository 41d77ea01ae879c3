import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { Satisfies } from '../../validation/satisfies.js';
import { CURRENT, namesPeriod, PERIOD_NAME_RULE } from '../period-id.js';

/**
 * Documents and validates the query parameter `period`, and makes the property undefined for the
 * current period: naming that one is the same as naming none.
 */
export const PeriodParameter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description:
        'The id of a period of `/v1/periods`, as the ledger has it. By default `current`: what upstream has now, with a ' +
        'ledger or without one',
      type: 'string',
      example: 'current',
    }),
    Transform(({ value }: { value: unknown }) => (value === CURRENT ? undefined : value)),
    IsOptional(),
    Satisfies(namesPeriod, PERIOD_NAME_RULE),
  );
