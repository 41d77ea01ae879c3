import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { type ApiKey, parseApiKeys } from '../auth/api-key.js';
import { Environment } from './environment.js';
import { parseHostNames } from './host-names.js';
import { findMisspelt } from './misspelt-variables.js';
import { isLoopback, tooOpen } from './openness.js';
import { parseOrigins } from './origins.js';
import { parseTrustedProxies, type TrustedProxies } from './trusted-proxies.js';
import { SAMPLE } from './upstream-address.js';

/** The service's settings, typed and checked. Times are milliseconds, sizes are bytes. */
export interface Settings {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** The id of the rate card that bills. */
  readonly rateCard: string;
  /** How long a bill is given without asking upstream again; 0 for never. */
  readonly usageMaxAgeMs: number;
  /** Whether receipts show the text of their message. */
  readonly receiptText: boolean;
  /** Absolute URL without a slash at its end; absent where no traces are collected. */
  readonly traceCollector?: string;
  /** Who may ask; everybody where there are none. */
  readonly apiKeys: readonly ApiKey[];
  /** Requests a minute from a key, or from an address; 0 counts none. */
  readonly rateLimitPerMinute: number;
  /** Origins whose pages may read the answers. */
  readonly corsOrigins: readonly string[];
  /** By which names the service may be asked, beside those of its machine; absent where any name will do. */
  readonly allowedHosts?: readonly string[];
  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  readonly trustedProxies: TrustedProxies;
  /** Sentences for the log, about variables that look like settings and are none. */
  readonly warnings: readonly string[];
  readonly upstream: UpstreamSettings;
}

export interface UpstreamSettings {
  /** Absolute URL without a slash at its end, or the word `sample`. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly retries: number;
  /** Retries a minute that are allowed beside one for five calls. */
  readonly retryReserve: number;
  /** Failures in a row after which the upstream is left alone for a second; 0 for never. */
  readonly breakerFailures: number;
  /** The longest wait before the first retry; it doubles with each further one. */
  readonly backoffMs: number;
  readonly deadlineMs: number;
  readonly concurrency: number;
  readonly maxBytes: number;
}

const FIRST_BACKOFF_MS = 100;

/** Names every bad setting at once. Values are never repeated: one of them may be a secret. */
class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(`These settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** Reads the settings from an environment; an empty variable counts as unset. Throws a {@link SettingsError}. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const environment = plainToInstance(Environment, Object.fromEntries(given));
  const errors = validateSync(environment);
  const production = env['NODE_ENV'] === 'production';
  const misspelt = findMisspelt(env, Object.keys({ ...new Environment(), COPILOT_API_BASE_URL: '' }));
  const problems = [...errors.map(problemOf), tooOpen(environment, production) ?? [], misspelt.refused].flat();
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    production,
    host: environment.HOST,
    port: environment.PORT,
    logLevel: environment.LOG_LEVEL,
    rateCard: environment.RATE_CARD,
    usageMaxAgeMs: environment.USAGE_MAX_AGE_MS,
    // Nothing in the sample period is confidential.
    receiptText: (env['RECEIPT_TEXT'] || String(environment.COPILOT_API_BASE_URL === SAMPLE)) === 'true',
    ...(environment.OTEL_EXPORTER_OTLP_ENDPOINT && {
      traceCollector: withoutLastSlash(environment.OTEL_EXPORTER_OTLP_ENDPOINT),
    }),
    apiKeys: parseApiKeys(environment.API_KEYS) ?? [],
    rateLimitPerMinute: environment.RATE_LIMIT_PER_MINUTE,
    corsOrigins: parseOrigins(environment.CORS_ORIGINS) ?? [],
    ...allowedHostsOf(environment),
    trustedProxies: parseTrustedProxies(environment.TRUST_PROXY) ?? false,
    warnings: misspelt.warnings,
    upstream: {
      baseUrl: withoutLastSlash(environment.COPILOT_API_BASE_URL),
      timeoutMs: environment.UPSTREAM_TIMEOUT_MS,
      retries: environment.UPSTREAM_RETRIES,
      retryReserve: environment.UPSTREAM_RETRY_RESERVE,
      breakerFailures: environment.UPSTREAM_BREAKER_FAILURES,
      backoffMs: FIRST_BACKOFF_MS,
      deadlineMs: environment.UPSTREAM_DEADLINE_MS,
      concurrency: environment.UPSTREAM_CONCURRENCY,
      maxBytes: environment.UPSTREAM_MAX_BYTES,
    },
  };
};

/** Where the operator names hosts, and where the service is open to its machine: a page could ask it by a name of its own. */
const allowedHostsOf = ({ ALLOWED_HOSTS, API_KEYS, HOST }: Environment): Pick<Settings, 'allowedHosts'> => {
  const isChecked = ALLOWED_HOSTS !== '' || (API_KEYS === '' && isLoopback(HOST));
  return isChecked ? { allowedHosts: parseHostNames(ALLOWED_HOSTS) ?? [] } : {};
};

const withoutLastSlash = (url: string): string => url.replace(/\/+$/, '');

const problemOf = ({
  property,
  constraints = {},
}: {
  property: string;
  constraints?: Record<string, string>;
}): string => `${property} ${Object.values(constraints)[0]}`;
