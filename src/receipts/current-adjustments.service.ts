import { Injectable } from '@nestjs/common';
import { LedgerUnavailableError, NoLedgerError } from '../billing/ledger.errors.js';
import type { Adjustment } from '../billing/adjustment.js';
import { type PastMessage, PastPeriods } from '../billing/past-periods.js';

/** What was booked for messages that upstream sends now, beside their prices. */
@Injectable()
export class CurrentAdjustmentsService {
  constructor(private readonly periods: PastPeriods) {}

  /**
   * Everything that was booked for messages with this id, in whichever period bills them. Undefined
   * if the ledger cannot be read now: the price of a message is known without it.
   */
  async ofMessages(id: number): Promise<BookedAdjustments | undefined> {
    try {
      return new BookedAdjustments(await this.adjusted(id));
    } catch (error) {
      if (error instanceof NoLedgerError) return new BookedAdjustments([]);
      if (error instanceof LedgerUnavailableError) return undefined;
      throw error;
    }
  }

  private async adjusted(id: number): Promise<PastMessage[]> {
    const booked = await this.periods.adjustments();
    const periods = new Set(booked.flatMap(({ message }) => (message?.id === id ? [message.period] : [])));
    const messages = await Promise.all(Array.from(periods, (period) => this.periods.messagesWithId(period, id)));
    return messages.flat();
  }
}

/** Adjustments of the messages with one id. */
export class BookedAdjustments {
  private readonly left: PastMessage[];

  constructor(messages: readonly PastMessage[]) {
    this.left = [...messages];
  }

  /** Takes those of the first message of this time that were not taken yet, the oldest first. */
  take(timestamp: string): readonly Adjustment[] {
    const index = this.left.findIndex((message) => message.timestamp === timestamp);
    const [message] = index < 0 ? [] : this.left.splice(index, 1);
    return message?.adjustments ?? [];
  }
}
