import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { PRODUCT } from '../../product.js';
import { registerMetrics } from './metric-families.js';
import {
  BREAKER_STATES,
  type BreakerState,
  type EntriesByBasis,
  toMethodLabel,
  UPSTREAM_ENDPOINTS,
  type UpstreamEndpoint,
  type UpstreamOutcome,
} from './metric-labels.js';
import { collectProcessMetrics } from './process-metrics.js';

/** Labels of a request that has ended. */
export interface AnsweredRequest {
  readonly method: string;
  /**
   * Template of the path, such as `/v1/usage/:message_id/receipt`, or `none`; never the path
   * itself.
   */
  readonly route: string;
  /** HTTP status, or `aborted` if the caller left before the answer was complete. */
  readonly status: string;
}

/** Figures of a bill that become metrics. */
export interface BillFigures {
  readonly entries: EntriesByBasis;
  /** Exact decimal. Prometheus stores the nearest double. */
  readonly credits: string;
  /** Messages that repeat the id of another message. */
  readonly repeatedIds: number;
}

/**
 * Records what the rooms measure, in their own words, so that only this room knows Prometheus. Each
 * application has its own registry.
 */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly families = registerMetrics(this.registry);

  constructor() {
    this.families.buildInfo.set({ version: PRODUCT.version, node: process.version }, 1);
    for (const endpoint of UPSTREAM_ENDPOINTS) this.families.upstreamRetries.inc({ endpoint }, 0);
    this.breakerIs('closed');
  }

  /** A request has ended, `seconds` after its head was read. */
  requestAnswered({ method, route, status }: AnsweredRequest, seconds: number): void {
    this.families.requestSeconds.observe({ method: toMethodLabel(method), route, status }, seconds);
  }

  /**
   * An attempt at an upstream call has ended after `seconds`: its body was read and checked, or the
   * attempt failed.
   */
  upstreamAnswered(endpoint: UpstreamEndpoint, outcome: UpstreamOutcome, seconds: number): void {
    this.families.upstreamSeconds.observe({ endpoint, outcome }, seconds);
  }

  /** An upstream call is retried. */
  upstreamRetried(endpoint: UpstreamEndpoint): void {
    this.families.upstreamRetries.inc({ endpoint });
  }

  /** A request is served by a read of the period that another request started. */
  readingShared(): void {
    this.families.sharedReadings.inc();
  }

  /** The circuit breaker has entered `state`. */
  breakerIs(state: BreakerState): void {
    for (const each of BREAKER_STATES) this.families.breakerState.set({ state: each }, each === state ? 1 : 0);
  }

  /** The whole period has been billed. A filtered selection of it does not count as a bill. */
  billMade({ entries, credits, repeatedIds }: BillFigures): void {
    for (const [basis, count] of Object.entries(entries)) this.families.billEntries.set({ basis }, count);
    this.families.billCredits.set(Number(credits));
    this.families.billRepeatedIds.set(repeatedIds);
    this.families.billTime.setToCurrentTime();
  }

  /** A reading of `source` was written into the ledger, or confirmed there, at `seconds` of Unix time. */
  ledgerRecorded(source: string, seconds: number): void {
    this.families.ledgerUp.set({ source }, 1);
    this.families.ledgerRecordedTime.set({ source }, seconds);
  }

  /** The ledger can be read, and another replica records. */
  ledgerReached(source: string): void {
    this.families.ledgerUp.set({ source }, 1);
  }

  /** A reading could not be written into the ledger. */
  ledgerFailed(source: string): void {
    this.families.ledgerUp.set({ source }, 0);
  }

  /** A reading was written into the ledger as one that fits no period. */
  readingHeld(source: string, reason: string): void {
    this.families.ledgerHeldReadings.inc({ source, reason });
  }

  /** Returns all metrics in Prometheus' text format 0.0.4. */
  text(): Promise<string> {
    return Registry.merge([this.registry, collectProcessMetrics()]).metrics();
  }
}
