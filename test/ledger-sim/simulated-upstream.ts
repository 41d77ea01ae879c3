import type { Random } from './random.js';
import type { Card, RawAnswer, RawMessage, RawReport } from './raw-answer.js';

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2024, 3, 29, 2);
const COSTS = ['79', '0.1', '3.25', '0.1234567890123456789', '12345678901234567890.5', '0'];
/** The service's own, as the card is. */
const KEYS = ['k1:', 'k2:', 'k3:'] as const;
const REPORT_IDS = [1, 2, 3, 4, 5];
/**
 * The oldest messages are not deleted: a period that loses all it was known by cannot be told from
 * the next.
 */
const NEVER_DELETED = 4;

/**
 * The truth: periods of messages that come, are edited and disappear, while report prices and the
 * rate card change. It is exact and never fails; what a caller gets of it is `faults.ts`.
 */
export class SimulatedUpstream {
  nowMs = START_MS;
  period = 0;
  present: RawMessage[] = [];
  /** Earlier answers, the newest last: a stale edge serves these. */
  readonly past: RawAnswer[] = [];
  /** The last answers of the periods that are over. */
  readonly ended: RawMessage[][] = [];
  private card: Card = 'A';
  key: string = KEYS[0];
  private reports = new Map<number, RawReport>();
  private nextId = 1000;
  private endsAtMs = 0;
  private readonly idsStartAgain: boolean;

  constructor(private readonly random: Random) {
    this.idsStartAgain = random.chance(0.5);
    for (const id of REPORT_IDS) this.changeReport(id);
    this.setEnd();
  }

  /** Lets hours pass, with what happens in them. */
  advance(hours: number): void {
    this.past.push(this.answer());
    this.nowMs += hours * HOUR_MS;
    if (this.nowMs >= this.endsAtMs) this.rollOver();
    const { random } = this;
    const most = Math.min(6, Math.max(1, Math.round(hours / 3)));
    for (let count = random.whole(this.present.length === 0 ? 1 : 0, most); count > 0; count -= 1) this.write();
    if (random.chance(0.15)) this.edit();
    if (random.chance(0.06)) this.delete();
    if (random.chance(0.08)) this.changeReport(random.pick(REPORT_IDS));
    if (random.chance(0.03)) this.card = this.card === 'A' ? 'B' : 'A';
    if (random.chance(0.02)) this.key = random.pick(KEYS);
  }

  answer(): RawAnswer {
    const { nowMs: atMs, card, key, present, reports } = this;
    return { atMs, card, key, messages: [...present], reports: new Map(reports) };
  }

  private setEnd(): void {
    this.endsAtMs = this.nowMs + this.random.whole(8, 31) * 24 * HOUR_MS;
  }

  private rollOver(): void {
    this.ended.push(this.present);
    this.present = [];
    this.period += 1;
    if (this.idsStartAgain) this.nextId = 1000;
    this.setEnd();
  }

  /** A message of the last minutes, now and then one that was up to six hours late. */
  private write(): void {
    const { random } = this;
    const lateMs = random.chance(0.1) ? random.whole(0, 6 * HOUR_MS) : random.whole(-120_000, 120_000);
    const instantMs = this.nowMs - lateMs;
    const report = random.chance(0.4) ? { reportId: random.pick(REPORT_IDS) } : {};
    const text = `question ${random.whole(0, 1_000_000)}`;
    const id = this.nextId;
    this.nextId += 1;
    this.present.push({ id, instantMs, timestamp: lettersOf(instantMs, random), text, ...report, period: this.period });
  }

  /** Another text, at times the one before again, or other letters for the same instant. */
  private edit(): void {
    if (this.present.length === 0) return;
    const { random } = this;
    const index = random.whole(0, this.present.length - 1);
    const message = this.present[index];
    if (!message) return;
    const text = message.text.endsWith('!') ? message.text.slice(0, -1) : `${message.text}!`;
    const edited = random.chance(0.7) ? { text } : { timestamp: lettersOf(message.instantMs, random) };
    this.present[index] = { ...message, ...edited };
  }

  private delete(): void {
    if (this.present.length <= NEVER_DELETED) return;
    this.present.splice(this.random.whole(NEVER_DELETED, this.present.length - 1), 1);
  }

  private changeReport(id: number): void {
    const { random } = this;
    if (random.chance(0.2)) this.reports.delete(id);
    else this.reports.set(id, { name: `Report ${id}${random.chance(0.2) ? ' (new)' : ''}`, cost: random.pick(COSTS) });
  }
}

/** One of the ways to write an instant in RFC 3339. */
const lettersOf = (instantMs: number, random: Random): string => {
  const offset = random.pick([0, 0, 0, 330, -480]);
  const local = new Date(instantMs + offset * 60_000).toISOString().slice(0, -1);
  if (offset === 0) return `${local}Z`;
  const minutes = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
