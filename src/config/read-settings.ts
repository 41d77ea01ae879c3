import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { SAMPLE } from './addresses.js';
import { Environment } from './environment.js';
import { findMisspelt } from './misspelt-variables.js';
import { findOpennessProblem, isLoopback } from './openness.js';
import type { LedgerSettings, Settings } from './settings.js';

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
  ...(environment.DASHBOARD_TITLE.trim() !== '' && { dashboardTitle: environment.DASHBOARD_TITLE.trim() }),
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
