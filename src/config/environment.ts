import { IsIn } from 'class-validator';
import { BUNDLED_RATE_CARDS } from '../pricing/index.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { IsCollectorAddress } from './collector-address.js';
import { AreHostNames } from './host-names.js';
import { IsKeyList } from './key-list.js';
import { AreOrigins } from './origins.js';
import { IsTrustedProxies } from './trusted-proxies.js';
import { IsUpstreamAddress } from './upstream-address.js';

/** Values of `ALLOW_OPEN`; `sample` is for the bundled sample period, which has nothing confidential. */
const OPENNESS = ['true', 'false', 'sample'] as const;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const RATE_CARDS = BUNDLED_RATE_CARDS.map(({ id }) => id);

/** The longest wait that a timer of the runtime can hold. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

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

  @IsWholeNumber(0, 1_000_000)
  UPSTREAM_RETRY_RESERVE: number = 10;

  @IsWholeNumber(0, 1000)
  UPSTREAM_BREAKER_FAILURES: number = 6;

  @IsWholeNumber(1, LONGEST_WAIT_MS)
  UPSTREAM_DEADLINE_MS: number = 15_000;

  @IsWholeNumber(1, 1000)
  UPSTREAM_CONCURRENCY: number = 16;

  @IsWholeNumber(1, 2 ** 30)
  UPSTREAM_MAX_BYTES: number = 268_435_456;

  @IsWholeNumber(0, LONGEST_WAIT_MS)
  USAGE_MAX_AGE_MS: number = 0;

  @IsIn(RATE_CARDS, { message: `must be one of ${RATE_CARDS.join(', ')}` })
  RATE_CARD: string = 'standard';

  @IsIn(['true', 'false'], { message: 'must be true or false' })
  RECEIPT_TEXT: string = 'false';

  @IsKeyList()
  API_KEYS: string = '';

  @IsIn(OPENNESS, { message: `must be one of ${OPENNESS.join(', ')}` })
  ALLOW_OPEN: (typeof OPENNESS)[number] = 'false';

  @IsWholeNumber(0, 1_000_000)
  RATE_LIMIT_PER_MINUTE: number = 600;

  @AreOrigins()
  CORS_ORIGINS: string = '';

  @AreHostNames()
  ALLOWED_HOSTS: string = '';

  @IsTrustedProxies()
  TRUST_PROXY: string = 'false';

  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  @IsCollectorAddress()
  OTEL_EXPORTER_OTLP_ENDPOINT: string = '';
}
