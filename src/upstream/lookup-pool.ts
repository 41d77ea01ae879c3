import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { TimeSlice } from '../time/time-slice.js';

/** Whose look-ups go first: a period is what every caller waits for, an estimate is one caller's. */
const PRIORITIES = ['period', 'estimate'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** Look-ups that wait for their turn, oldest first; of one reading. */
interface Waiting {
  /** Starts the oldest one, and resolves when it has ended; nothing where none waits. */
  next(): Promise<void> | undefined;
}

/**
 * Makes the report look-ups of the whole process, `UPSTREAM_CONCURRENCY` at once: those of periods before those of estimates, and
 * those of the reading that asked first before those of the others.
 */
@Injectable()
export class LookUpPool {
  /** Look-ups that wait for their turn. */
  waiting = 0;
  private running = 0;
  private isStarting = false;
  private readonly concurrency: number;
  private readonly readings: Readonly<Record<Priority, Set<Waiting>>> = { period: new Set(), estimate: new Set() };

  constructor(@Inject(settingsConfig.KEY) { upstream }: SettingsConfig) {
    this.concurrency = upstream.concurrency;
  }

  /** Starts the look-ups of a reading as soon as there is room for them: after what the reading asks for in this moment. */
  enter(priority: Priority, reading: Waiting): void {
    this.readings[priority].add(reading);
    queueMicrotask(() => void this.startAll());
  }

  /** Forgets a reading: its look-ups wait no longer. */
  leave(reading: Waiting): void {
    for (const priority of PRIORITIES) this.readings[priority].delete(reading);
  }

  /** Starts what there is room for. Others have their turn between starts: hundreds of answers may wait for one of theirs. */
  private async startAll(): Promise<void> {
    if (this.isStarting) return;
    this.isStarting = true;
    const timeSlice = new TimeSlice();
    for (let lookUp = this.startNext(); lookUp; lookUp = this.startNext()) {
      this.running += 1;
      void lookUp.finally(() => this.ended());
      await timeSlice.yieldIfSpent();
    }
    this.isStarting = false;
  }

  /** Starts the look-up whose turn it is; undefined where there is no room for one, or none waits. */
  private startNext(): Promise<void> | undefined {
    if (this.running === this.concurrency) return undefined;
    for (const priority of PRIORITIES) {
      for (const reading of this.readings[priority]) {
        const lookUp = reading.next();
        if (lookUp) return lookUp;
        this.readings[priority].delete(reading);
      }
    }
    return undefined;
  }

  private ended(): void {
    this.running -= 1;
    void this.startAll();
  }
}
