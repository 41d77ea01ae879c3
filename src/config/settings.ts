import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { ApiKey } from '../auth/api-key.js';
import { SAMPLE } from './addresses.js';
import { Environment } from './environment.js';
import type { LedgerPlace } from './ledger-url.js';
import { findMisspelt } from './misspelt-variables.js';
import { findOpennessProblem, isLoopback } from './openness.js';
import type { TrustedProxies } from './trusted-proxies.js';

/** The service's settings, typed and checked. Times are milliseconds, sizes are bytes. */
export interface Settings {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** Id of the rate card that prices the bill, or a schedule of them: `standard,flat@2027-01-01T00:00:00Z`. */
  readonly rateCard: string;
  /** Folder with rate cards of the operator's own; absent if there is none. */
  readonly rateCardsDir?: string;
  /** For how long a bill is served again without asking upstream; 0 always asks. */
  readonly usageMaxAgeMs: number;
  /** Whether receipts show the text of their message. */
  readonly receiptText: boolean;
  /**
   * Base URL of the trace collector, without a slash at its end; absent if no traces are collected.
   */
  readonly traceCollector?: string;
  /** Keys that callers can present. Without any, the service is open to every caller. */
  readonly apiKeys: readonly ApiKey[];
  /** Requests a minute for each key, or for each address without a key; 0 sets no limit. */
  readonly rateLimitPerMinute: number;
  /** Origins whose pages may read the answers. */
  readonly corsOrigins: readonly string[];
  /** Names that `Host` may have, beside those of this machine; absent if any name is accepted. */
  readonly allowedHosts?: readonly string[];
  /** Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  readonly trustedProxies: TrustedProxies;
  /** Sentences for the log about variables that look like settings and are not. */
  readonly warnings: readonly string[];
  readonly upstream: UpstreamSettings;
  /** Absent if no past periods are kept. */
  readonly ledger?: LedgerSettings;
}

export interface LedgerSettings {
  /** Absent for a file of this process that is deleted at its end. */
  readonly place?: LedgerPlace;
  /** Names the upstream in the ledger. */
  readonly source: 'default' | 'sample';
  /** How long a period can still be revised after its roll-over was seen. */
  readonly graceMs: number;
  /** How often upstream is asked, whether a caller asks or not. */
  readonly pollMs: number;
  /** What is kept of texts, to explain their prices. */
  readonly texts: Environment['LEDGER_TEXTS'];
  /** Months after which the texts of a closed period are deleted; absent if they are kept for ever. */
  readonly textMonths?: number;
  /** Key of the hashes by which edits of texts are noticed after a restart; absent if they are not. */
  readonly key?: string;
}

export interface UpstreamSettings {
  /** Absolute URL without a slash at its end, or the word `sample`. */
  readonly baseUrl: string;
  /** Time limit of one attempt at one call. */
  readonly timeoutMs: number;
  /** Attempts at a call after its first. */
  readonly retries: number;
  /**
   * Capacity of the retry budget, in retries: each call adds a fifth of one, and a minute without a
   * failed call refills it; 0 allows no retry.
   */
  readonly retryReserve: number;
  /** Failures in a row that open the circuit breaker for a second; 0 never opens it. */
  readonly breakerFailures: number;
  /** Upper bound of the delay before the first retry; it doubles with each further retry. */
  readonly backoffMs: number;
  /** Time limit of all upstream calls of one request together, retries included. */
  readonly deadlineMs: number;
  /** Report look-ups that may run at once in this process. */
  readonly concurrency: number;
  /** Size limit of one upstream answer. */
  readonly maxBytes: number;
}

const FIRST_BACKOFF_MS = 100;
const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** Names every wrong setting at once. Values are never repeated: one of them may be a secret. */
class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the settings from an environment; an empty variable counts as unset. Throws a {@link
 * SettingsError}.
 */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const environment = plainToInstance(Environment, Object.fromEntries(given));
  const errors = validateSync(environment);
  const production = env['NODE_ENV'] === 'production';
  const misspelt = findMisspelt(env, Object.keys({ ...new Environment(), COPILOT_API_BASE_URL: '' }));
  const openness = findOpennessProblem(environment, production) ?? [];
  const problems = [errors.map(toProblem), openness, misspelt.refused].flat();
  if (problems.length > 0) throw new SettingsError(problems);
  return toSettings(environment, production, misspelt.warnings);
};

const toProblem = ({ property, constraints = {} }: ValidationError): string =>
  `${property} ${Object.values(constraints)[0]}`;

/** Nothing in the sample period is confidential, so its ledger is on, in a file that is deleted. */
const toLedgerSettings = (environment: Environment): { ledger?: LedgerSettings } => {
  const isSample = environment.COPILOT_API_BASE_URL === SAMPLE;
  const { LEDGER_URL: place, LEDGER_KEY: key, LEDGER_TEXT_MONTHS: textMonths } = environment;
  if (place === '' && !isSample) return {};
  return {
    ledger: {
      ...(place !== '' && { place }),
      source: isSample ? 'sample' : 'default',
      graceMs: environment.LEDGER_GRACE_HOURS * HOUR_MS,
      pollMs: environment.LEDGER_POLL_SECONDS * SECOND_MS,
      texts: environment.LEDGER_TEXTS,
      ...(textMonths !== '' && { textMonths }),
      ...(key !== '' && { key }),
    },
  };
};

const toSettings = (environment: Environment, production: boolean, warnings: readonly string[]): Settings => ({
  production,
  host: environment.HOST,
  port: environment.PORT,
  logLevel: environment.LOG_LEVEL,
  rateCard: environment.RATE_CARD,
  ...(environment.RATE_CARDS_DIR !== '' && { rateCardsDir: environment.RATE_CARDS_DIR }),
  usageMaxAgeMs: environment.USAGE_MAX_AGE_MS,
  receiptText: showsReceiptText(environment),
  ...(environment.OTEL_EXPORTER_OTLP_ENDPOINT !== '' && { traceCollector: environment.OTEL_EXPORTER_OTLP_ENDPOINT }),
  apiKeys: environment.API_KEYS,
  rateLimitPerMinute: environment.RATE_LIMIT_PER_MINUTE,
  corsOrigins: environment.CORS_ORIGINS,
  ...(checksHosts(environment) && { allowedHosts: environment.ALLOWED_HOSTS }),
  trustedProxies: environment.TRUST_PROXY,
  warnings,
  upstream: {
    baseUrl: environment.COPILOT_API_BASE_URL,
    timeoutMs: environment.UPSTREAM_TIMEOUT_MS,
    retries: environment.UPSTREAM_RETRIES,
    retryReserve: environment.UPSTREAM_RETRY_RESERVE,
    breakerFailures: environment.UPSTREAM_BREAKER_FAILURES,
    backoffMs: FIRST_BACKOFF_MS,
    deadlineMs: environment.UPSTREAM_DEADLINE_MS,
    concurrency: environment.UPSTREAM_CONCURRENCY,
    maxBytes: environment.UPSTREAM_MAX_BYTES,
  },
  ...toLedgerSettings(environment),
});

/** Nothing in the sample period is confidential, so `auto` shows texts there. */
const showsReceiptText = ({ RECEIPT_TEXT, COPILOT_API_BASE_URL }: Environment): boolean =>
  RECEIPT_TEXT === 'auto' ? COPILOT_API_BASE_URL === SAMPLE : RECEIPT_TEXT === 'true';

/**
 * Hosts are checked if the operator names some, and if the service is open on loopback: a page of
 * another site could otherwise point its own name at 127.0.0.1 and read the bill (DNS rebinding).
 */
const checksHosts = ({ ALLOWED_HOSTS, API_KEYS, HOST }: Environment): boolean =>
  ALLOWED_HOSTS.length > 0 || (API_KEYS.length === 0 && isLoopback(HOST));
