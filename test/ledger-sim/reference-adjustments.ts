import { compareNumbers, negated, sumOf } from '../support/decimals.js';
import type { Line, Period } from './reference-lines.js';

/** What a person asks to be booked, by position: the line `entry` of the period `period`. */
export interface AskedAdjustment {
  readonly key: string;
  readonly body: string;
  readonly period?: number;
  readonly entry?: number;
  /** Decimal; left out where `reverses` says it. */
  readonly amount?: string;
  readonly reverses?: number;
}

/** What the reference has beside adjustments. */
interface Books {
  readonly periods: readonly Period[];
  readonly corrections: readonly { readonly line: Line; readonly was: string; readonly now: string }[];
}

interface Booked {
  readonly number: number;
  readonly key: string;
  readonly body: string;
  readonly amount: string;
  readonly line: Line | undefined;
  readonly reverses: number | undefined;
}

/** What people book, as naively as it can be said: every question counts everything again. */
export class ReferenceAdjustments {
  readonly booked: Booked[] = [];

  /** What becomes of a request: the number of its adjustment, or why it is refused. */
  judge(asked: AskedAdjustment, books: Books): string {
    const repeated = this.booked.find(({ key }) => key === asked.key);
    if (repeated) return repeated.body === asked.body ? String(repeated.number) : 'idempotency_conflict';
    if (!books.periods.some(({ status }) => status === 'open')) return 'no_open_period';
    const last = this.booked.length + books.corrections.length;
    const reversed = this.reversedBy(asked);
    if (asked.reverses !== undefined && asked.reverses > last) return 'unknown_adjustment';
    if (asked.reverses !== undefined && (!reversed || reversed.reverses !== undefined)) return 'not_reversible';
    if (reversed && this.booked.some(({ reverses }) => reverses === reversed.number)) return 'already_reversed';
    const line = this.lineOf(asked, books);
    const after = line && sumOf([this.left(line, books), this.amountOf(asked)]);
    const isNegative = (amount: string): boolean => compareNumbers(amount, '0') < 0;
    if (after !== undefined && isNegative(this.amountOf(asked)) && isNegative(after)) return 'more_than_left';
    return String(last + 1);
  }

  /** Books a request that {@link judge} does not refuse. */
  book(asked: AskedAdjustment, books: Books): void {
    const { key, body, reverses } = asked;
    const number = this.booked.length + books.corrections.length + 1;
    this.booked.push({ number, key, body, amount: this.amountOf(asked), line: this.lineOf(asked, books), reverses });
  }

  /** Decimal; all that people booked. */
  get total(): string {
    return sumOf(this.booked.map(({ amount }) => amount));
  }

  private reversedBy({ reverses }: AskedAdjustment): Booked | undefined {
    return this.booked.find(({ number }) => number === reverses);
  }

  private amountOf(asked: AskedAdjustment): string {
    const reversed = this.reversedBy(asked);
    return reversed ? negated(reversed.amount) : (asked.amount ?? '0');
  }

  private lineOf(asked: AskedAdjustment, { periods }: Books): Line | undefined {
    if (asked.reverses !== undefined) return this.reversedBy(asked)?.line;
    return asked.entry === undefined ? undefined : periods[asked.period ?? -1]?.lines[asked.entry];
  }

  private left(line: Line, { corrections }: Books): string {
    const corrected = corrections.filter((each) => each.line === line).flatMap(({ was, now }) => [now, negated(was)]);
    const adjusted = this.booked.filter((each) => each.line === line).map(({ amount }) => amount);
    return sumOf([line.price, ...corrected, ...adjusted]);
  }
}
