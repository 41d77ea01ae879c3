import { Injectable } from '@nestjs/common';
import type { Bill } from './bill.js';

/** A bill that has just been made: once for each read of upstream that changed something. */
export interface BillMade {
  readonly bill: Bill;
  /** How many messages repeat the id of another one. All are billed. */
  readonly repeatedIds: number;
}

type Listener = (made: BillMade) => void;

/** Tells its listeners of every bill that is made. A listener must not throw: the caller waits for the bill. */
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
