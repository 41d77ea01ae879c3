import type { ApiKey } from '../auth/api-key.js';
import type { Environment } from './environment.js';
import type { LedgerPlace } from './ledger-url.js';
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
  /** Name of the firm or product on the page; absent for the page's own title. */
  readonly dashboardTitle?: string;
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
