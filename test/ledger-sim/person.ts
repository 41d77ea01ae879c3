import { credits, isLess, minus, toPlainDecimal, ZERO } from '../../src/pricing/index.js';
import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { Random } from './random.js';
import type { RecordedLedger } from './recorded-ledger.js';
import type { AskedAdjustment } from './reference-adjustments.js';

/**
 * Somebody of finance who waives, books, takes back, and now and then sends a request again, the
 * same or under a key that was used.
 */
export class Person {
  private readonly sent: AskedAdjustment[] = [];

  constructor(
    private readonly random: Random,
    private readonly ledger: RecordedLedger,
  ) {}

  act(atMs: number): void {
    const asked = this.ask();
    if (!asked || !isMeant(this.ledger.state, asked)) return;
    this.sent.push(asked);
    const { key, body, period, entry, amount, reverses } = asked;
    const book = period === undefined ? undefined : this.ledger.state.periods[period];
    const line = entry === undefined ? undefined : book?.line(entry);
    this.ledger.adjust(asked, {
      key,
      sha256: body,
      message: book && line && { period: book.id, id: line.message.id, nth: line.nth },
      period: line ? undefined : book?.id,
      credits: amount === undefined ? undefined : credits(amount),
      reverses,
      reason: 'as agreed',
      author: 'finance',
      atMs,
    });
  }

  private ask(): AskedAdjustment | undefined {
    const { random, sent } = this;
    const what = random.next();
    if (what < 0.15 && sent.length > 0) return random.pick(sent);
    const key = what < 0.25 && sent.length > 0 ? random.pick(sent).key : `key ${sent.length}`;
    const body = `body ${sent.length}`;
    const { adjustments } = this.ledger.state;
    if (what < 0.5) return { key, body, reverses: random.whole(1, adjustments.length + 1) };
    if (what < 0.6) return { key, body, amount: random.pick(['12.5', '-0.005', '40']) };
    return this.askForMessage(key, body);
  }

  private askForMessage(key: string, body: string): AskedAdjustment | undefined {
    const { random } = this;
    const { state } = this.ledger;
    if (state.periods.length === 0) return undefined;
    const period = random.whole(0, state.periods.length - 1);
    const lines = state.periods[period]?.lines ?? [];
    if (lines.length === 0) return { key, body, period, amount: '1' };
    const entry = random.whole(0, lines.length - 1);
    return { key, body, period, entry, amount: this.amount(state, period, entry) };
  }

  /** All that is left, a little more, a part of it, or something on top. */
  private amount(state: LedgerState, period: number, entry: number): string {
    const left = state.periods[period]?.charged(entry) ?? ZERO;
    const all = isLess(ZERO, left) ? toPlainDecimal(minus(ZERO, left)) : '-1';
    return this.random.pick([all, `${all.includes('.') ? all : `${all}.0`}001`, '-0.25', '0.75']);
  }
}

/**
 * Whether the line that is asked about is there, which a restore may have undone, and alone has its
 * name, which an edited id may be.
 */
const isMeant = ({ periods }: LedgerState, { period, entry }: AskedAdjustment): boolean => {
  const book = period === undefined ? undefined : periods[period];
  if (entry === undefined) return book !== undefined || period === undefined;
  const line = book?.lines[entry];
  const named = line && book?.index.withId(line.message.id).filter((other) => book.line(other).nth === line.nth);
  return named?.length === 1;
};
