import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { PRODUCT } from '../../product.js';
import { metricFamilies } from './metric-families.js';
import {
  BREAKER_STATES,
  type BreakerState,
  type EntriesByBasis,
  methodLabel,
  UPSTREAM_ENDPOINTS,
  type UpstreamEndpoint,
  type UpstreamOutcome,
} from './metric-labels.js';

/** A request, as its metric names it. */
export interface AnsweredRequest {
  readonly method: string;
  /** The template of its path, never the path itself. */
  readonly route: string;
  /** Its status, or `aborted` where the caller had left before the answer was whole. */
  readonly status: string;
}

/** A bill, as its metrics tell of it. */
export interface BillFigures {
  readonly entries: EntriesByBasis;
  /** The decimal; what Prometheus keeps of it is the nearest double. */
  readonly credits: string;
  /** Messages that repeat the id of another one. */
  readonly repeatedIds: number;
}

/** What is measured, in the words of the rooms that measure it; none of them knows Prometheus. A registry for each service. */
@Injectable()
export class MetricsService {
  private readonly registry = new Registry();
  private readonly families = metricFamilies(this.registry);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.families.buildInfo.set({ version: PRODUCT.version, node: process.version }, 1);
    for (const endpoint of UPSTREAM_ENDPOINTS) this.families.upstreamRetries.inc({ endpoint }, 0);
    this.breakerIs('closed');
  }

  requestAnswered({ method, route, status }: AnsweredRequest, seconds: number): void {
    this.families.requestSeconds.observe({ method: methodLabel(method), route, status }, seconds);
  }

  /** One attempt at an upstream call has ended: its body is read and judged, or it has failed. */
  upstreamAnswered(endpoint: UpstreamEndpoint, outcome: UpstreamOutcome, seconds: number): void {
    this.families.upstreamSeconds.observe({ endpoint, outcome }, seconds);
  }

  /** An upstream call is tried once more. */
  upstreamRetried(endpoint: UpstreamEndpoint): void {
    this.families.upstreamRetries.inc({ endpoint });
  }

  /** A request has joined a reading of the upstream that was under way. */
  readingShared(): void {
    this.families.sharedReadings.inc();
  }

  breakerIs(state: BreakerState): void {
    for (const each of BREAKER_STATES) this.families.breakerState.set({ state: each }, each === state ? 1 : 0);
  }

  /** The whole period has been billed. What a filter left of it is no bill. */
  billMade({ entries, credits, repeatedIds }: BillFigures): void {
    for (const [basis, count] of Object.entries(entries)) this.families.billEntries.set({ basis }, count);
    this.families.billCredits.set(Number(credits));
    this.families.billRepeatedIds.set(repeatedIds);
    this.families.billTime.setToCurrentTime();
  }

  /** Everything measured so far, in the text format of Prometheus 0.0.4. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
