import { UpstreamError } from './upstream.errors.js';

/** How the last read of the upstream ended. */
export interface UpstreamStateReport {
  /** Field names and values are those of the answer of `/health/ready`. */
  readonly lastReading: 'none yet' | 'ok' | UpstreamError['code'];
  /** When it ended, RFC 3339. */
  readonly readAt?: string;
}

/** Upstream status for health checks. Informational: no code branches on it. */
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
