import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';

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
  private readonly concurrency: number;
  private readonly readings: Readonly<Record<Priority, Set<Waiting>>> = { period: new Set(), estimate: new Set() };

  constructor(@Inject(settingsConfig.KEY) { upstream }: SettingsConfig) {
    this.concurrency = upstream.concurrency;
  }

  /** Starts the look-ups of a reading as soon as there is room for them: after what the reading asks for in this moment. */
  enter(priority: Priority, reading: Waiting): void {
    this.readings[priority].add(reading);
    queueMicrotask(() => this.startNext());
  }

  /** Forgets a reading: its look-ups wait no longer. */
  leave(reading: Waiting): void {
    for (const priority of PRIORITIES) this.readings[priority].delete(reading);
  }

  private startNext(): void {
    for (const priority of PRIORITIES) {
      for (const reading of this.readings[priority]) {
        while (this.running < this.concurrency) {
          const lookUp = reading.next();
          if (!lookUp) break;
          this.running += 1;
          void lookUp.finally(() => this.ended());
        }
        if (this.running === this.concurrency) return;
        this.readings[priority].delete(reading);
      }
    }
  }

  private ended(): void {
    this.running -= 1;
    this.startNext();
  }
}
