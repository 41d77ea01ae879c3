import { TimeSlice } from '../../src/time/time-slice.js';
import type { Bill } from '../../src/billing/bill.js';

/** A turn that is given up whenever it may be, and knows how many rows of a watched bill have been looked at in the longest. */
export class WatchedTurn extends TimeSlice {
  turns = 0;
  mostRows = 0;
  private readonly rows = new Set<number>();

  override yieldIfSpent(): Promise<void> {
    this.turns += 1;
    this.end();
    return Promise.resolve();
  }

  /** The bill, every look at a row of which is noted, in the bill itself or in its messages. */
  watch(bill: Bill): Bill {
    return this.watching(bill, { messages: this.watching(bill.messages) });
  }

  private watching<Watched extends object>(watched: Watched, parts: Partial<Watched> = {}): Watched {
    return new Proxy(watched, {
      get: (target, name) => {
        if (Object.hasOwn(parts, name)) return Reflect.get(parts, name);
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]): unknown => {
          if (typeof given[0] === 'number' && name !== 'basisOf') this.rows.add(given[0]);
          return member.apply(target, given);
        };
      },
    });
  }

  /** What has been looked at since the last turn counts too. */
  end(): void {
    this.mostRows = Math.max(this.mostRows, this.rows.size);
    this.rows.clear();
  }
}
