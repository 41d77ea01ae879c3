import type { TextPrices } from '../billing/bill.js';
import type { Message, MessageCollector } from '../period/message.js';
import { NumberColumn } from '../period/number-column.js';
import type { TextPricer } from '../pricing/index.js';

/** Collects what each text costs by another rate card. */
export class CandidatePrices implements MessageCollector, TextPrices {
  private readonly units = new NumberColumn((capacity) => new Float64Array(capacity));

  constructor(private readonly pricer: TextPricer) {}

  get scale(): number {
    return this.pricer.scale;
  }

  textUnits(row: number): number {
    return this.units.at(row);
  }

  collect(messages: readonly Message[]): void {
    for (const { text } of messages) this.units.append(this.pricer.priceInUnits(text));
  }
}
