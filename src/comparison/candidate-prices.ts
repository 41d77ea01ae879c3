import type { TextPricer } from '../pricing/index.js';
import type { TextPrices } from '../billing/bill.js';
import { Column } from '../period/number-column.js';
import type { Message, MessageCollector } from '../period/message.js';

/** Of the messages that pass, what each text costs by another card. */
export class CandidatePrices implements MessageCollector, TextPrices {
  private units = newColumn();

  constructor(private readonly pricer: TextPricer) {}

  get scale(): number {
    return this.pricer.scale;
  }

  textUnits(row: number): number {
    return this.units.at(row);
  }

  restart(): void {
    this.units = newColumn();
  }

  add(messages: readonly Message[]): void {
    for (const { text } of messages) this.units.push(this.pricer.unitsOf(text));
  }
}

/** Grows without a copy of what is in it, which would take milliseconds for a million rows. */
const newColumn = (): Column => new Column((rows) => new Float64Array(rows));
