import { Transform } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { IsUpstreamAddress } from './upstream-address.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The longest wait that a timer of the runtime can hold. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Whole decimal digits become the integer; anything else stays as it is, for the rule below it to refuse. */
const Integer = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  );

const IsWholeNumber = (least: number, most: number): PropertyDecorator => {
  const message = `must be a whole number from ${least} to ${most}`;
  return (target, property) => {
    Integer()(target, property);
    for (const rule of [IsInt({ message }), Min(least, { message }), Max(most, { message })]) rule(target, property);
  };
};

/** The environment variables that the service reads, by their own names, with their defaults. */
export class Environment {
  @IsUpstreamAddress()
  COPILOT_API_BASE_URL!: string;

  @IsWholeNumber(0, 65_535)
  PORT: number = 8000;

  HOST: string = '127.0.0.1';

  @IsWholeNumber(1, LONGEST_WAIT_MS)
  UPSTREAM_TIMEOUT_MS: number = 5000;

  @IsWholeNumber(0, 10)
  UPSTREAM_RETRIES: number = 3;

  @IsWholeNumber(1, LONGEST_WAIT_MS)
  UPSTREAM_DEADLINE_MS: number = 15_000;

  @IsWholeNumber(1, 1000)
  UPSTREAM_CONCURRENCY: number = 16;

  @IsWholeNumber(1, 2 ** 30)
  UPSTREAM_MAX_BYTES: number = 268_435_456;

  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';
}
