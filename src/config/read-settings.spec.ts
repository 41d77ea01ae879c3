import { describe, expect, it } from '@jest/globals';
import { readSettings } from './read-settings.js';
import type { Settings } from './settings.js';

const BASE_URL = 'https://upstream.test/api';

const read = (env: NodeJS.ProcessEnv): Settings => readSettings({ COPILOT_API_BASE_URL: BASE_URL, ...env });

const refusing = (...problems: string[]) =>
  expect.objectContaining({
    name: 'SettingsError',
    message: ['These settings are wrong:', ...problems.map((problem) => `  ${problem}`)].join('\n'),
    problems,
  });

const BASE_URL_IS_REQUIRED =
  'COPILOT_API_BASE_URL is required: an http(s) URL without credentials, query or fragment, or the word sample for the bundled sample period';

const HASH = '3f'.repeat(32);

const DEFAULTS: Settings = {
  production: false,
  host: '127.0.0.1',
  port: 8000,
  logLevel: 'info',
  rateCard: 'standard',
  usageMaxAgeMs: 0,
  receiptText: false,
  apiKeys: [],
  rateLimitPerMinute: 600,
  corsOrigins: [],
  allowedHosts: [],
  trustedProxies: false,
  warnings: [],
  upstream: {
    baseUrl: BASE_URL,
    timeoutMs: 5000,
    retries: 3,
    retryReserve: 10,
    breakerFailures: 6,
    backoffMs: 100,
    deadlineMs: 15_000,
    concurrency: 16,
    maxBytes: 268_435_456,
  },
};

describe('the settings', () => {
  it('have defaults, except the upstream', () => {
    expect(read({})).toEqual(DEFAULTS);
  });

  it('are read from the environment', () => {
    const settings = read({
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      PORT: '0',
      LOG_LEVEL: 'silent',
      RATE_CARD: 'token-estimate',
      USAGE_MAX_AGE_MS: '2000',
      RECEIPT_TEXT: 'true',
      API_KEYS: `billing-team:${HASH}`,
      ALLOW_OPEN: 'false',
      RATE_LIMIT_PER_MINUTE: '0',
      CORS_ORIGINS: 'https://billing.example.com, http://localhost:3000',
      DASHBOARD_TITLE: ' Acme LLP ',
      TRUST_PROXY: '1',
      UPSTREAM_TIMEOUT_MS: '250',
      UPSTREAM_RETRIES: '0',
      UPSTREAM_RETRY_RESERVE: '0',
      UPSTREAM_BREAKER_FAILURES: '12',
      UPSTREAM_DEADLINE_MS: '1000',
      UPSTREAM_CONCURRENCY: '4',
      UPSTREAM_MAX_BYTES: '1024',
    });
    expect(settings).toEqual({
      production: true,
      host: '0.0.0.0',
      port: 0,
      logLevel: 'silent',
      rateCard: 'token-estimate',
      usageMaxAgeMs: 2000,
      receiptText: true,
      apiKeys: [
        { name: 'billing-team', digest: Buffer.from(HASH, 'hex'), scopes: new Set(['usage:read', 'receipts:read']) },
      ],
      rateLimitPerMinute: 0,
      dashboardTitle: 'Acme LLP',
      corsOrigins: ['https://billing.example.com', 'http://localhost:3000'],
      trustedProxies: 1,
      warnings: [],
      upstream: {
        baseUrl: BASE_URL,
        timeoutMs: 250,
        retries: 0,
        retryReserve: 0,
        breakerFailures: 12,
        backoffMs: 100,
        deadlineMs: 1000,
        concurrency: 4,
        maxBytes: 1024,
      },
    });
  });

  it.each<{ env: NodeJS.ProcessEnv; receiptText: boolean }>`
    env                                                          | receiptText
    ${{ COPILOT_API_BASE_URL: 'sample' }}                        | ${true}
    ${{ COPILOT_API_BASE_URL: 'sample', RECEIPT_TEXT: '' }}      | ${true}
    ${{ COPILOT_API_BASE_URL: 'sample', RECEIPT_TEXT: 'false' }} | ${false}
    ${{ COPILOT_API_BASE_URL: BASE_URL, RECEIPT_TEXT: '' }}      | ${false}
    ${{ COPILOT_API_BASE_URL: 'sample', RECEIPT_TEXT: 'auto' }}  | ${true}
    ${{ COPILOT_API_BASE_URL: BASE_URL, RECEIPT_TEXT: 'auto' }}  | ${false}
    ${{ COPILOT_API_BASE_URL: BASE_URL, RECEIPT_TEXT: 'true' }}  | ${true}
  `('show texts of the sample period alone unless RECEIPT_TEXT says otherwise: $env', ({ env, receiptText }) => {
    expect(readSettings(env).receiptText).toBe(receiptText);
  });

  it('count an empty variable as unset', () => {
    const empty = { HOST: '', PORT: '', LOG_LEVEL: '', UPSTREAM_TIMEOUT_MS: '', UPSTREAM_RETRIES: '', NODE_ENV: '' };
    const more = {
      UPSTREAM_DEADLINE_MS: '',
      UPSTREAM_CONCURRENCY: '',
      UPSTREAM_MAX_BYTES: '',
      RATE_CARD: '',
      UPSTREAM_RETRY_RESERVE: '',
      UPSTREAM_BREAKER_FAILURES: '',
      USAGE_MAX_AGE_MS: '',
      RECEIPT_TEXT: '',
      API_KEYS: '',
      ALLOW_OPEN: '',
      RATE_LIMIT_PER_MINUTE: '',
      CORS_ORIGINS: '',
      TRUST_PROXY: '',
    };
    expect(read({ ...empty, ...more })).toEqual(DEFAULTS);
    expect(() => read({ COPILOT_API_BASE_URL: '' })).toThrow(refusing(BASE_URL_IS_REQUIRED));
  });

  it('ignore variables of other programs, even with names such as constructor', () => {
    const warnings = ['port is not a setting, and is ignored: did you mean PORT?'];
    expect(read({ PATH: '/bin', constructor: 'x', port: '1', upstream: 'y' })).toEqual({ ...DEFAULTS, warnings });
  });

  it('name every bad variable at once', () => {
    const bad = {
      COPILOT_API_BASE_URL: 'ftp://upstream.test',
      PORT: 'http',
      UPSTREAM_TIMEOUT_MS: '0',
      UPSTREAM_RETRIES: 'many',
      UPSTREAM_RETRY_RESERVE: '-1',
      UPSTREAM_BREAKER_FAILURES: '1001',
      UPSTREAM_DEADLINE_MS: '1.5',
      UPSTREAM_CONCURRENCY: '-1',
      UPSTREAM_MAX_BYTES: '1e9',
      USAGE_MAX_AGE_MS: '-1',
      RATE_CARD: 'free',
      RECEIPT_TEXT: 'yes',
      API_KEYS: 'billing-team',
      ALLOW_OPEN: 'yes',
      RATE_LIMIT_PER_MINUTE: '-1',
      CORS_ORIGINS: '*',
      DASHBOARD_TITLE: 'x'.repeat(61),
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'loud',
    };
    expect(() => readSettings(bad)).toThrow(
      refusing(
        BASE_URL_IS_REQUIRED,
        'PORT must be a whole number from 0 to 65535',
        'UPSTREAM_TIMEOUT_MS must be a whole number from 1 to 2147483647',
        'UPSTREAM_RETRIES must be a whole number from 0 to 10',
        'UPSTREAM_RETRY_RESERVE must be a whole number from 0 to 1000000',
        'UPSTREAM_BREAKER_FAILURES must be a whole number from 0 to 1000',
        'UPSTREAM_DEADLINE_MS must be a whole number from 1 to 2147483647',
        'UPSTREAM_CONCURRENCY must be a whole number from 1 to 1000',
        'UPSTREAM_MAX_BYTES must be a whole number from 1 to 1073741824',
        'USAGE_MAX_AGE_MS must be a whole number from 0 to 2147483647',
        'RATE_CARD must be one of standard, token-estimate',
        'RECEIPT_TEXT must be one of auto, true, false',
        'API_KEYS must be entries name:SHA-256 or name:SHA-256:scope+scope with commas between them, no SHA-256 twice; scopes are usage:read, receipts:read, text:read, metrics:read, ledger:write',
        'ALLOW_OPEN must be one of true, false, sample',
        'RATE_LIMIT_PER_MINUTE must be a whole number from 0 to 1000000',
        'CORS_ORIGINS must be origins such as https://billing.example.com, with commas between them and nothing after the host and port',
        'TRUST_PROXY must be false, a number of proxies from 0 to 32, or addresses and networks with commas between them',
        'DASHBOARD_TITLE must have at most 60 characters',
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
      ),
    );
  });

  it('never repeat a value, which may be a secret', () => {
    const secret = 'hunter2';
    const bad = {
      COPILOT_API_BASE_URL: `https://admin:${secret}@upstream.test`,
      PORT: secret,
      UPSTREAM_RETRIES: secret,
      API_KEYS: secret,
      ALLOW_OPEN: secret,
      CORS_ORIGINS: secret,
      TRUST_PROXY: secret,
      LOG_LEVEL: secret,
    };
    expect(() => readSettings(bad)).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining(secret),
        stack: expect.not.stringContaining(secret),
      }),
    );
  });
});
