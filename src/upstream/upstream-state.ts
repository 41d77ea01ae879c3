import { Injectable } from '@nestjs/common';
import { UpstreamError } from './upstream.errors.js';

/** How the last reading of the upstream ended. */
export interface UpstreamStateReport {
  readonly lastReading: 'none yet' | 'ok' | UpstreamError['code'];
  /** RFC 3339. */
  readonly readAt?: string;
}

/** What those who watch the service are told of the upstream. Nothing is decided by it. */
@Injectable()
export class UpstreamState {
  report: UpstreamStateReport = { lastReading: 'none yet' };

  get isFailing(): boolean {
    return !['none yet', 'ok'].includes(this.report.lastReading);
  }

  succeeded(): void {
    this.record('ok');
  }

  failed(error: unknown): void {
    if (error instanceof UpstreamError) this.record(error.code);
  }

  private record(lastReading: UpstreamStateReport['lastReading']): void {
    this.report = { lastReading, readAt: new Date().toISOString() };
  }
}
