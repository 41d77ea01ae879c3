import type { Settings, UpstreamSettings } from '../../src/config/settings.js';

/** Settings for a test: quiet, and quick to give up. Deadlines are far beyond what a passing test takes. */
export const testSettings = (upstream: Partial<UpstreamSettings>, rest: Partial<Settings> = {}): Settings => ({
  production: false,
  host: '127.0.0.1',
  port: 0,
  logLevel: 'silent',
  rateCard: 'standard',
  usageMaxAgeMs: 0,
  receiptText: false,
  apiKeys: [],
  // Tests ask more often in a minute than callers do.
  rateLimitPerMinute: 0,
  corsOrigins: [],
  trustedProxies: false,
  warnings: [],
  ...rest,
  upstream: {
    baseUrl: 'http://upstream.test/api',
    timeoutMs: 30_000,
    retries: 2,
    retryReserve: 1_000_000,
    breakerFailures: 0,
    backoffMs: 1,
    deadlineMs: 60_000,
    concurrency: 16,
    maxBytes: 1_000_000,
    ...upstream,
  },
});
