import type { Decision } from '../../src/ledger/rule/entry.js';
import { priceIn, type RawAnswer, type RawMessage, toReading } from './raw-answer.js';
import { ReferenceAdjustments } from './reference-adjustments.js';
import { type Held, type Line, ownersOf, type Period } from './reference-lines.js';
import { verdictBy } from './reference-verdict.js';

/**
 * The rule a second time, as naively as it can be said: arrays that are searched from the front for
 * every question, without entries, changes or indexes. Slow, and short enough to be believed.
 */
export class Reference {
  readonly periods: Period[] = [];
  /** In decimals; `line` is the corrected one. */
  readonly corrections: { line: Line; was: string; now: string }[] = [];
  readonly adjustments = new ReferenceAdjustments();
  held: Held[] = [];
  private readonly decided = new Set<number>();

  constructor(private readonly graceMs: number) {}

  take(answer: RawAnswer, number: number): void {
    const inGrace = this.periods.filter(({ status }) => status === 'grace');
    this.judge(answer, number, this.verdict(answer), answer.atMs, true);
    for (const period of inGrace) {
      if (period.closesAtMs > answer.atMs) break;
      period.status = 'closed';
    }
  }

  decide(number: number, decision: Decision, atMs: number): void {
    const chosen = this.held.find((held) => held.number === number);
    const later = this.held.filter((held) => held.number > number && held.reason !== 'late');
    this.decided.add(number);
    if (decision === 'discard') this.held = this.held.filter((held) => held !== chosen);
    if (!chosen || decision === 'discard') return;
    this.held = this.held.filter((held) => held !== chosen && !later.includes(held));
    const same = chosen.reason === 'late' ? 'adds' : 'applies';
    this.judge(chosen.answer, number, decision === 'same_period' ? same : 'rolls over', atMs, false);
    for (const { answer, number: next } of later) this.judge(answer, next, this.verdict(answer), atMs, false);
  }

  private get open(): Period | undefined {
    return this.periods.find(({ status }) => status === 'open');
  }

  /** The periods that are over, the newest first. */
  private get ended(): Period[] {
    return this.periods.filter(({ status }) => status !== 'open').toReversed();
  }

  private verdict(answer: RawAnswer): string {
    const verdict = verdictBy(this.open, this.ended, this.graceMs, answer);
    const isLate = verdict === 'past' && this.having(answer, 'grace').length === 0 && this.late(answer).length > 0;
    return isLate ? 'late' : verdict;
  }

  private judge(answer: RawAnswer, number: number, verdict: string, nowMs: number, canReprice: boolean): void {
    const { open, graceMs } = this;
    if (verdict === 'past') {
      const [best] = this.having(answer, 'grace');
      if (best) this.add(best, answer, answer.atMs, () => false);
    } else if (verdict === 'adds') {
      open?.lines.push(...this.late(answer).map((line) => ({ ...line, goneAtMs: answer.atMs })));
    } else if (verdict === 'applies' && open) {
      this.follow(open, answer, canReprice);
    } else if (verdict === 'opens' || verdict === 'rolls over') {
      const additions = open ? this.heldAdditions(open, answer) : [];
      if (open) Object.assign(open, { status: 'grace', closesAtMs: nowMs + graceMs });
      if (answer.messages.length > 0) {
        const period: Period = { status: 'open', lines: [], closesAtMs: Infinity };
        this.periods.push(period);
        this.follow(period, answer, canReprice);
      }
      open?.lines.push(...additions);
    } else {
      // A reading that is given again is still the one that was first read then.
      const first = this.held.find((held) => held.number === number)?.answer ?? answer;
      this.held = this.held.filter((held) => held.number !== number);
      if (!this.decided.has(number)) this.held.push({ number, reason: verdict, answer: first });
      this.held.sort((a, b) => a.number - b.number);
    }
    if (['applies', 'opens', 'rolls over'].includes(verdict))
      this.held = this.held.filter(({ reason }) => reason === 'late');
    this.held = this.held.filter((held) => held.reason !== 'late' || this.isWaiting(held));
  }

  /** Whether a late answer still has a message that nobody bills, and has not come again since. */
  private isWaiting({ answer, number }: Held): boolean {
    const again = this.held.filter((other) => other.reason === 'late' && other.number > number);
    const isAgain = again.some((other) => toReading(other.answer).digest === toReading(answer).digest);
    return !isAgain && ownersOf(answer.messages, this.periods).includes(undefined);
  }

  /** The periods that have some of the answer, the one that has most first. */
  private having({ messages }: RawAnswer, status: Period['status']): Period[] {
    const countOf = (period: Period): number =>
      ownersOf(messages, [period, ...this.others(period)]).filter((line) => line && period.lines.includes(line)).length;
    const some = this.ended.filter((period) => period.status === status && countOf(period) > 0);
    return some.toSorted((a, b) => countOf(b) - countOf(a));
  }

  /** What the answer would add to each closed period that has some of it. */
  private late(answer: RawAnswer): Line[] {
    const [first = [], ...rest] = this.having(answer, 'closed').map((period) => {
      const lines = [...period.lines];
      this.add({ ...period, lines }, answer, answer.atMs, () => false, this.others(period));
      return lines.slice(period.lines.length);
    });
    return first.filter(({ message }) => rest.every((lines) => lines.some((line) => line.message === message)));
  }

  /** What only held readings had of the period that ends. */
  private heldAdditions(ending: Period, next: RawAnswer): Line[] {
    const lines = [...ending.lines];
    const nextLines = next.messages.map((message): Line => ({ message, price: '', card: 'A' }));
    for (const { answer } of this.held.filter(({ reason }) => reason === 'shrunk' || reason === 'rewritten')) {
      const inNext = ownersOf(answer.messages, [{ ...ending, lines: nextLines }]);
      const messages = answer.messages.filter((_, row) => !inNext[row]);
      const isAdded = (line: Line): boolean => lines.indexOf(line) >= ending.lines.length;
      this.add({ ...ending, lines }, { ...answer, messages }, next.atMs, isAdded, this.ended);
    }
    return lines.slice(ending.lines.length);
  }

  private others(period: Period): Period[] {
    return [
      ...(this.open && this.open !== period ? [this.open] : []),
      ...this.ended.filter((other) => other !== period),
    ];
  }

  /** Bills in the period what no period has. */
  private add(
    period: Period,
    answer: RawAnswer,
    nowMs: number,
    isRevisable: (line: Line) => boolean,
    others = this.others(period),
  ): Line[] {
    const { messages, card } = answer;
    const owners = ownersOf(messages, [period, ...others]);
    const left = period.lines.filter(
      (line) => !owners.includes(line) && nowMs - (line.goneAtMs ?? nowMs) <= this.graceMs,
    );
    for (const by of [({ id }: RawMessage) => id, ({ instantMs }: RawMessage) => instantMs])
      messages.forEach((message, row) => {
        if (owners[row]) return;
        const peers = messages.filter((other, index) => !owners[index] && by(other) === by(message));
        const lines = left.filter((line) => !owners.includes(line) && by(line.message) === by(message));
        if (peers.length === 1 && lines.length === 1) owners[row] = lines[0];
      });
    return messages.map((message, row) => {
      const line = owners[row] ?? { message, price: '', card };
      if (!owners[row]) period.lines.push(line);
      const isAdded = !owners[row] || (period.lines.includes(line) && isRevisable(line));
      if (isAdded) Object.assign(line, { message, price: priceIn(answer, message), card });
      return line;
    });
  }

  /** The open period becomes what the answer says; earlier ones hear of their own messages. */
  private follow(period: Period, answer: RawAnswer, canReprice: boolean): void {
    const lines = this.add(period, answer, answer.atMs, () => true);
    for (const line of period.lines)
      if (lines.includes(line)) delete line.goneAtMs;
      else line.goneAtMs ??= answer.atMs;
    lines.forEach((line, row) => {
      const message = answer.messages[row];
      const owner = this.periods.find((other) => other.lines.includes(line));
      if (!message || !owner || owner === period || (line.card !== answer.card && !canReprice)) return;
      const now = priceIn({ ...answer, card: line.card }, message);
      const was = this.corrections.findLast((correction) => correction.line === line)?.now ?? line.price;
      if (owner.status === 'closed' && Number(was) !== Number(now)) this.corrections.push({ line, was, now });
      if (owner.status === 'closed') return;
      Object.assign(line, { message, price: now });
      delete line.goneAtMs;
    });
  }
}
