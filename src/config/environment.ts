import { IsIn, MaxLength, ValidateIf } from 'class-validator';
import { type ApiKey, parseApiKeys } from '../auth/api-key.js';
import { SCOPES } from '../auth/scope.js';
import { BUNDLED_RATE_CARDS } from '../pricing/index.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { IsCollectorAddress, IsUpstreamAddress } from './addresses.js';
import { AreHostNames } from './host-names.js';
import { AreOrigins } from './origins.js';
import { IsLedgerUrl, type LedgerPlace } from './ledger-url.js';
import { ParsedBy } from './parsed-by.js';
import { IsTrustedProxies, type TrustedProxies } from './trusted-proxies.js';

/**
 * Values of `ALLOW_OPEN`; `sample` is for the bundled sample period, which has nothing
 * confidential.
 */
const OPENNESS = ['true', 'false', 'sample'] as const;

/**
 * Values of `RECEIPT_TEXT`; `auto` is `true` for the bundled sample period and `false` for any
 * other upstream.
 */
const RECEIPT_TEXT = ['auto', 'true', 'false'] as const;

/**
 * Values of `LEDGER_TEXTS`: whether the ledger keeps what each rule charged for a text, or the text.
 */
const LEDGER_TEXTS = ['amounts', 'full'] as const;

/** Ten years. */
const GRACE_HOURS_MAX = 87_600;

/** Characters. */
const LEDGER_KEY_MIN = 32;

/** A hundred years. */
const TEXT_MONTHS_MAX = 1200;

const DAY_SECONDS = 86_400;

/** Characters. */
const TITLE_MAX = 60;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const RATE_CARDS = BUNDLED_RATE_CARDS.map(({ id }) => id);

const KEYS_RULE =
  'must be entries name:SHA-256 or name:SHA-256:scope+scope with commas between them, no SHA-256 twice; ' +
  `scopes are ${SCOPES.join(', ')}`;

/** The longest delay that Node's timers take: a longer one fires at once. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/**
 * The environment variables that the service reads, by their own names, with their defaults. Each
 * is parsed here and nowhere else: a field has its typed value, or the service does not start.
 */
export class Environment {
  @IsUpstreamAddress()
  COPILOT_API_BASE_URL!: string;

  @IsWholeNumber(0, 65_535)
  PORT: number = 8000;

  HOST: string = '127.0.0.1';

  @IsWholeNumber(1, TIMER_MS_MAX)
  UPSTREAM_TIMEOUT_MS: number = 5000;

  @IsWholeNumber(0, 10)
  UPSTREAM_RETRIES: number = 3;

  @IsWholeNumber(0, 1_000_000)
  UPSTREAM_RETRY_RESERVE: number = 10;

  @IsWholeNumber(0, 1000)
  UPSTREAM_BREAKER_FAILURES: number = 6;

  @IsWholeNumber(1, TIMER_MS_MAX)
  UPSTREAM_DEADLINE_MS: number = 15_000;

  @IsWholeNumber(1, 1000)
  UPSTREAM_CONCURRENCY: number = 16;

  @IsWholeNumber(1, 2 ** 30)
  UPSTREAM_MAX_BYTES: number = 268_435_456;

  @IsWholeNumber(0, TIMER_MS_MAX)
  USAGE_MAX_AGE_MS: number = 0;

  /** Empty if there are no rate cards but the bundled ones. */
  RATE_CARDS_DIR: string = '';

  /** A schedule, and ids of a folder, are checked where the cards are loaded. */
  @ValidateIf(({ RATE_CARDS_DIR: folder, RATE_CARD: card }: Environment) => folder === '' && !/[,@]/.test(card))
  @IsIn(RATE_CARDS, { message: `must be one of ${RATE_CARDS.join(', ')}` })
  RATE_CARD: string = 'standard';

  @IsIn(RECEIPT_TEXT, { message: `must be one of ${RECEIPT_TEXT.join(', ')}` })
  RECEIPT_TEXT: (typeof RECEIPT_TEXT)[number] = 'auto';

  @ParsedBy(parseApiKeys, KEYS_RULE)
  API_KEYS: readonly ApiKey[] = [];

  @IsIn(OPENNESS, { message: `must be one of ${OPENNESS.join(', ')}` })
  ALLOW_OPEN: (typeof OPENNESS)[number] = 'false';

  @IsWholeNumber(0, 1_000_000)
  RATE_LIMIT_PER_MINUTE: number = 600;

  @AreOrigins()
  CORS_ORIGINS: readonly string[] = [];

  @AreHostNames()
  ALLOWED_HOSTS: readonly string[] = [];

  @IsTrustedProxies()
  TRUST_PROXY: TrustedProxies = false;

  /** Empty if no periods are kept. */
  @IsLedgerUrl()
  LEDGER_URL: LedgerPlace | '' = '';

  @IsWholeNumber(0, GRACE_HOURS_MAX)
  LEDGER_GRACE_HOURS: number = 72;

  @IsWholeNumber(1, DAY_SECONDS)
  LEDGER_POLL_SECONDS: number = 60;

  @IsIn(LEDGER_TEXTS, { message: `must be one of ${LEDGER_TEXTS.join(', ')}` })
  LEDGER_TEXTS: (typeof LEDGER_TEXTS)[number] = 'amounts';

  /** Empty if texts are kept for ever. */
  @ValidateIf(({ LEDGER_TEXT_MONTHS }: Environment) => LEDGER_TEXT_MONTHS !== '')
  @IsWholeNumber(1, TEXT_MONTHS_MAX)
  LEDGER_TEXT_MONTHS: number | '' = '';

  /** Empty if texts are not compared across restarts. */
  @ParsedBy(
    (text) => (text.length >= LEDGER_KEY_MIN ? text : undefined),
    `must have ${LEDGER_KEY_MIN} characters or more`,
  )
  LEDGER_KEY: string = '';

  /** Name of the firm or product on the page; empty for the page's own title. */
  @MaxLength(TITLE_MAX, { message: `must have at most ${TITLE_MAX} characters` })
  DASHBOARD_TITLE: string = '';

  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** Empty if no traces are collected. */
  @IsCollectorAddress()
  OTEL_EXPORTER_OTLP_ENDPOINT: string = '';
}
