import { Injectable } from '@nestjs/common';
import { PeriodNotClosedError, TextsNotKeptError } from '../../billing/ledger.errors.js';
import type { Adjustment } from '../../billing/adjustment.js';
import type { HeldReading } from '../../billing/held-reading.js';
import type { LedgerPeriod } from '../../billing/ledger-period.js';
import {
  type PastBill,
  type PastBillWithTexts,
  type PastMessage,
  PastPeriods,
  type SealedFile,
} from '../../billing/past-periods.js';
import type { ChangesPage } from '../../billing/period-change.js';
import type { MessageCollector } from '../../period/message.js';
import { LedgerWorker } from '../worker/ledger-worker.js';
import { PastBills } from './past-bills.js';
import { replayTexts } from './replay-texts.js';
import { unknownAmong } from './unknown-among.js';

/** The past periods as the ledger's thread tells them. */
@Injectable()
export class WorkerPastPeriods extends PastPeriods {
  private readonly bills: PastBills;

  constructor(private readonly worker: LedgerWorker) {
    super();
    this.bills = new PastBills(worker);
  }

  list(): Promise<readonly LedgerPeriod[]> {
    return this.worker.call('reader', 'periods');
  }

  async find(id: string): Promise<LedgerPeriod> {
    const periods = await this.list();
    const period = periods.find((each) => each.id === id);
    if (!period) throw unknownAmong(id, periods);
    return period;
  }

  async bill(id: string): Promise<PastBill> {
    const { bill, rowCards } = await this.known(id, this.bills.get(id));
    return { bill, rowCards, period: await this.find(id) };
  }

  async billWithTexts<Collector extends MessageCollector>(
    id: string,
    newCollector: () => Collector,
  ): Promise<PastBillWithTexts<Collector>> {
    const past = await this.bill(id);
    const kept = await this.known(id, this.worker.call('reader', 'texts', id));
    if (!kept.texts || kept.texts.length !== past.bill.messages.length) throw new TextsNotKeptError(id);
    const collector = newCollector();
    await replayTexts(past.bill, kept.texts, collector);
    return { ...past, collector, rateCards: kept.rateCards };
  }

  messagesWithId(id: string, messageId: number): Promise<readonly PastMessage[]> {
    return this.known(id, this.worker.call('reader', 'explain', id, messageId));
  }

  changes(id: string, after: number): Promise<ChangesPage> {
    return this.known(id, this.worker.call('reader', 'changes', id, after));
  }

  async sealed(id: string): Promise<SealedFile> {
    const sealed = await this.known(id, this.worker.call('reader', 'sealed', id));
    if (sealed === 'open') throw new PeriodNotClosedError(id);
    return sealed;
  }

  async adjustments(id?: string): Promise<readonly Adjustment[]> {
    if (id !== undefined) await this.find(id);
    const adjustments = await this.worker.call('reader', 'adjustments');
    return adjustments.filter(({ bookedIn }) => id === undefined || bookedIn === id);
  }

  heldReadings(): Promise<readonly HeldReading[]> {
    return this.worker.call('reader', 'held');
  }

  /** What the ledger tells of a period; throws an UnknownPeriodError if it tells nothing. */
  private async known<T>(id: string, told: Promise<T | undefined>): Promise<T> {
    const value = await told;
    if (value === undefined) throw unknownAmong(id, await this.list());
    return value;
  }
}
