import { Injectable } from '@nestjs/common';
import type { Bill } from './bill.js';

/**
 * A bill that has just been made, which happens once for each read of upstream that changed
 * something.
 */
export interface BillMade {
  readonly bill: Bill;
  /** Number of messages that repeat the id of another one. All are billed. */
  readonly repeatedIds: number;
}

type Listener = (made: BillMade) => void;

/**
 * Calls its listeners for each bill that is made, synchronously: a listener that throws would fail
 * the request.
 */
@Injectable()
export class BillEvents {
  private readonly listeners: Listener[] = [];

  onBillMade(listener: Listener): void {
    this.listeners.push(listener);
  }

  billMade(made: BillMade): void {
    for (const listener of this.listeners) listener(made);
  }
}
