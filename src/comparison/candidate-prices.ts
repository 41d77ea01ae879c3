import type { TextPricer } from '../pricing/index.js';
import type { TextPrices } from '../usage/bill.js';
import type { Message, MessagesSink } from '../usage/upstream/period.js';

/** Of the messages that pass, what each text costs by another card. */
export class CandidatePrices implements MessagesSink, TextPrices {
  private readonly units: number[] = [];

  constructor(private readonly pricer: TextPricer) {}

  get scale(): number {
    return this.pricer.scale;
  }

  textUnits(row: number): number {
    return this.units[row] ?? NaN;
  }

  restart(): void {
    this.units.length = 0;
  }

  add(messages: readonly Message[]): void {
    for (const { text } of messages) this.units.push(this.pricer.unitsOf(text));
  }
}
