import { Injectable } from '@nestjs/common';
import { UpstreamDeadline } from '../upstream/attempts/upstream-deadline.js';
import { Upstream } from '../upstream/upstream.js';

/** A read in flight or done, and the upstream calls that it has made so far. */
export interface UpstreamRead<Result> {
  readonly result: Promise<Result>;
  readonly usage: Pick<UpstreamDeadline, 'calls' | 'retries'>;
  /** Milliseconds since upstream was asked; absent if this read asks it. */
  readonly ageMs?: number;
}

/** What an answer costs upstream that is made without asking it. */
export const NO_CALLS: UpstreamRead<unknown>['usage'] = { calls: 0, retries: 0 };

/** Starts reads, each with its own deadline, and records how they end as the upstream's health. */
@Injectable()
export class UpstreamReads {
  constructor(private readonly upstream: Upstream) {}

  /** Starts a read. Closes its deadline, and so ends its calls, when `callerLeft` aborts. */
  start<Result>(read: (deadline: UpstreamDeadline) => Promise<Result>, callerLeft?: AbortSignal): UpstreamRead<Result> {
    const deadline = new UpstreamDeadline(this.upstream.settings);
    callerLeft?.addEventListener('abort', () => deadline.close(), { once: true });
    return { usage: deadline, result: this.recordHealth(deadline, read(deadline)).finally(() => deadline.close()) };
  }

  private async recordHealth<Result>(deadline: UpstreamDeadline, read: Promise<Result>): Promise<Result> {
    const { state } = this.upstream;
    try {
      const result = await read;
      if (deadline.calls > 0) state.succeeded();
      return result;
    } catch (error) {
      // A read that ended because its caller left says nothing about the upstream.
      if (!deadline.signal.aborted || deadline.isExpired) state.failed(error);
      throw error;
    }
  }
}
