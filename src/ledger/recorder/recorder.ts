import { setTimeout } from 'node:timers/promises';
import type { Bill } from '../../billing/bill.js';
import type { BillEvents } from '../../billing/bill-events.js';
import type { LargeTexts } from '../../billing/large-texts.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import type { Schedule } from '../../time/schedule.js';
import type { Recorded } from '../engine/recorded.js';
import type { LedgerWorker } from '../worker/ledger-worker.js';
import type { RecorderState } from './recorder-state.js';
import { sendBill } from './send-bill.js';

/** The longest pause after a recording, in milliseconds: a large period is still recorded this often. */
const REST_MS_MAX = 10_000;
const UNREF = { ref: false };

/** A bill with the time at which upstream had it. */
interface Seen {
  readonly bill: Bill;
  /** The time by `performance.now()`, which no change of the clock moves. */
  readonly seenAt: number;
  /** The same time by the clock, in milliseconds since 1970. */
  readonly atMs: number;
}

/**
 * Records each new bill in the ledger, one at a time, in a tenth of the time at most. Of those that
 * come meanwhile only the newest waits: a request never waits for the ledger.
 */
export class Recorder {
  private next: Seen | undefined;
  private recording: Promise<void> | undefined;
  /** The bill that was recorded last, and when upstream had it, by `performance.now()`. */
  private last: Bill | undefined;
  private lastSeenAt = -Infinity;
  private isStopping = false;

  /** `rateCards`: those that price the bills. */
  constructor(
    private readonly worker: LedgerWorker,
    private readonly rateCards: Schedule<IdentifiedRateCard>,
    private readonly state: RecorderState,
    events: BillEvents,
    private readonly largeTexts: LargeTexts,
  ) {
    largeTexts.keep();
    events.onBillMade(({ bill }) => void this.record(bill));
  }

  /**
   * Records that upstream had this bill `ageMs` ago, unless that is known. Resolves once nothing is
   * left to record and the recorder has rested; never rejects.
   */
  async record(bill: Bill, ageMs = 0): Promise<void> {
    const seenAt = performance.now() - ageMs;
    if (this.isStopping || (bill === this.last && seenAt <= this.lastSeenAt)) return;
    this.next = { bill, seenAt, atMs: Date.now() - ageMs };
    this.recording ??= this.recordAll();
    await this.recording;
  }

  /** Begins nothing more: what comes now is read again after the next start. */
  stop(): void {
    this.isStopping = true;
    this.next = undefined;
  }

  private async recordAll(): Promise<void> {
    for (let seen = this.next; seen; seen = this.next) {
      this.next = undefined;
      const startedAt = performance.now();
      try {
        const recorded = await this.recordOne(seen);
        const held = await this.worker.call('reader', 'held');
        if (recorded) {
          const looksLikeWindow = await this.worker.call('reader', 'looksLikeWindow');
          this.state.recorded(recorded, seen.atMs, { held, looksLikeWindow });
        } else this.state.left(held);
      } catch (error) {
        this.last = undefined;
        if (!this.isStopping) this.state.failed(error instanceof Error ? error : new Error(String(error)));
      }
      await rest(performance.now() - startedAt);
    }
    this.recording = undefined;
  }

  /** Resolves to undefined if another replica records. */
  private async recordOne({ bill, atMs, seenAt }: Seen): Promise<Recorded | undefined> {
    if (!(await this.worker.call('writer', 'claim'))) return undefined;
    const confirmed = bill === this.last ? await this.worker.call('writer', 'confirm', atMs) : undefined;
    const recorded = confirmed ?? (await this.send(bill, atMs));
    this.last = recorded && bill;
    this.lastSeenAt = seenAt;
    return recorded;
  }

  /** The texts of a large period are kept until they are recorded, so that no failure loses them. */
  private async send(bill: Bill, atMs: number): Promise<Recorded | undefined> {
    const { messages } = bill;
    const texts = await this.largeTexts.of(messages);
    const recorded = await sendBill(this.worker, bill, this.rateCards, atMs, texts);
    if (recorded) this.largeTexts.release(messages);
    return recorded;
  }
}

/**
 * Waits nine times as long as the recording took, so that recording takes a tenth of the time at
 * most: an upstream that answers no conditional request makes a new bill of every read.
 */
const rest = (workedMs: number): Promise<void> => setTimeout(Math.min(9 * workedMs, REST_MS_MAX), undefined, UNREF);
