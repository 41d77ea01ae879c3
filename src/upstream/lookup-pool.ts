import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { TimeSlice } from '../time/time-slice.js';

/** Highest first: every caller waits for the period, only one waits for an estimate. */
const PRIORITIES = ['period', 'estimate'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** The look-ups of one read that have not started. */
interface PendingLookUps {
  /** Starts the oldest one, and resolves when it has ended; undefined if none is left. */
  startOldest(): Promise<void> | undefined;
}

/**
 * Runs the report look-ups of the whole process, at most `UPSTREAM_CONCURRENCY` at once. Look-ups
 * of periods go before those of estimates; within each kind, the read that asked first goes first.
 */
@Injectable()
export class LookUpPool {
  /** Look-ups that have not started, counted by the queues. */
  waiting = 0;
  private running = 0;
  private isStarting = false;
  private readonly concurrency: number;
  private readonly queues: Readonly<Record<Priority, Set<PendingLookUps>>> = { period: new Set(), estimate: new Set() };

  constructor(@Inject(settingsConfig.KEY) { upstream }: SettingsConfig) {
    this.concurrency = upstream.concurrency;
  }

  /**
   * Adds a queue, and starts its look-ups when capacity is free. The first one starts in a
   * microtask, so that a read can queue all of its look-ups first.
   */
  enter(priority: Priority, queue: PendingLookUps): void {
    this.queues[priority].add(queue);
    queueMicrotask(() => void this.startAll());
  }

  /** Removes a queue: the pool starts no more of its look-ups. */
  leave(queue: PendingLookUps): void {
    for (const priority of PRIORITIES) this.queues[priority].delete(queue);
  }

  /**
   * Starts look-ups up to the limit. It yields between starts, which together may take many
   * milliseconds.
   */
  private async startAll(): Promise<void> {
    if (this.isStarting) return;
    this.isStarting = true;
    const timeSlice = new TimeSlice();
    for (let lookUp = this.startNext(); lookUp; lookUp = this.startNext()) {
      this.running += 1;
      void lookUp.finally(() => this.onEnd());
      await timeSlice.yieldIfSpent();
    }
    this.isStarting = false;
  }

  /** Starts the next look-up; undefined if the limit is reached or none is waiting. */
  private startNext(): Promise<void> | undefined {
    if (this.running === this.concurrency) return undefined;
    for (const priority of PRIORITIES) {
      for (const queue of this.queues[priority]) {
        const lookUp = queue.startOldest();
        if (lookUp) return lookUp;
        this.queues[priority].delete(queue);
      }
    }
    return undefined;
  }

  private onEnd(): void {
    this.running -= 1;
    void this.startAll();
  }
}
