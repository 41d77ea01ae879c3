import { type Credits, minus, plus, ZERO } from '../../pricing/index.js';
import type { Absence, Line } from './line.js';
import type { AddedLines } from './added-lines.js';
import { IdentityIndex } from './identity-index.js';
import { LineList, type LinePart } from './line-list.js';
import type { ReadingCards } from './reading-cards.js';
import { creditsOf, type SeenMessage } from './seen-message.js';

/**
 * How a period ended: upstream changed after `afterMs`, at the latest at `byMs`. The instant itself
 * is unknown.
 */
export interface RollOver {
  readonly period: string;
  readonly afterMs: number;
  readonly byMs: number;
  readonly closesAtMs: number;
}

/** A message of a reading that an earlier period bills; `row` is its position in the reading. */
export interface CarriedMessage {
  readonly row: number;
  readonly period: string;
  readonly entry: number;
  readonly message: SeenMessage;
}

/**
 * One period in memory: its lines in order of first sight, and what is known of its beginning and
 * end.
 */
export class PeriodBook implements ReadingCards {
  private readonly list = new LineList();
  /** Entries of the lines that upstream sent last, in its order. */
  order: number[] = [];
  /** The messages of the last applied reading that earlier periods bill, in its order. */
  carried: readonly CarriedMessage[] = [];
  /** The rate card of the last applied reading, and those of its later messages. */
  rateCard = '';
  laterCards: ReadingCards['laterCards'];
  /** The sum of all lines, kept up to date. */
  credits: Credits = ZERO;
  /** When upstream last answered with what the book has. */
  confirmedAtMs = 0;
  /** What corrections add to the lines of a closed period, by entry. */
  readonly corrected = new Map<number, Credits>();
  /**
   * What people's adjustments add to lines, by entry. Apart from `corrected`: what upstream sends is
   * compared with what it sent, and not with what was waived.
   */
  readonly adjusted = new Map<number, Credits>();
  rolledOver: RollOver | undefined;
  closedAtMs: number | undefined;
  private madeIndex: IdentityIndex | undefined;

  constructor(
    readonly id: string,
    /** Id of the period before; undefined for the first. */
    readonly previous: string | undefined,
    /** Number of the reading that began the period. */
    readonly openedBy: number,
  ) {}

  get status(): 'open' | 'grace' | 'closed' {
    if (this.closedAtMs !== undefined) return 'closed';
    return this.rolledOver ? 'grace' : 'open';
  }

  /** The messages of the lines by identity. Made at the first use: most past periods are never searched. */
  get index(): IdentityIndex {
    return (this.madeIndex ??= new IdentityIndex(this.lines.map(({ message }) => message)));
  }

  /** How many lines the period has. */
  get length(): number {
    return this.list.length;
  }

  /** All lines in order of first sight. */
  get lines(): readonly Line[] {
    return this.list.all();
  }

  /** The lines in order of first sight, without reading those that nobody has asked for. */
  parts(): Iterable<LinePart> {
    return this.list.parts();
  }

  line(entry: number): Line {
    const line = this.list.at(entry);
    if (!line) throw new RangeError(`period ${this.id} has no line ${entry}`);
    return line;
  }

  add(line: Line): void {
    this.list.push(line);
    this.madeIndex?.add(line.message);
    this.credits = plus(this.credits, creditsOf(line.message));
  }

  /** Adds lines at the end, where their numbers must be. */
  append(added: AddedLines): void {
    if (added.entry !== this.length) throw new RangeError(`line ${added.entry} of ${this.id} is not its next`);
    this.list.append(added);
    this.credits = plus(this.credits, added.credits);
    if (!this.madeIndex) return;
    for (let entry = added.entry; entry < this.length; entry += 1) this.madeIndex.add(this.line(entry).message);
  }

  revise(entry: number, line: Line): void {
    const before = creditsOf(this.line(entry).message);
    this.credits = plus(minus(this.credits, before), creditsOf(line.message));
    this.list.replace(entry, line);
    this.madeIndex?.replace(entry, line.message);
  }

  /** Notes that a line counts as priced by another card, at the same price. */
  adoptCard(entry: number, rateCard: string): void {
    this.list.replace(entry, { ...this.line(entry), rateCard });
  }

  /** Gives a line the print of its text. */
  print(entry: number, textPrint: string): void {
    const line = this.line(entry);
    this.revise(entry, { ...line, message: { ...line.message, textPrint } });
  }

  setAbsence(entry: number, missingSince?: Absence): void {
    const { nth, message, rateCard } = this.line(entry);
    this.list.replace(entry, { nth, message, rateCard, ...(missingSince && { missingSince }) });
  }

  /** Adds a correction to a line, which itself stays as it was sealed. */
  correct(entry: number, difference: Credits): void {
    addTo(this.corrected, entry, difference);
  }

  /** Adds what a person booked for a line, which itself stays as it is. */
  adjust(entry: number, difference: Credits): void {
    addTo(this.adjusted, entry, difference);
  }

  /** What a line comes to with all that was booked for it. */
  charged(entry: number): Credits {
    const price = creditsOf(this.line(entry).message);
    return plus(plus(price, this.corrected.get(entry) ?? ZERO), this.adjusted.get(entry) ?? ZERO);
  }

  /** The period as a copy that can be changed on its own. */
  clone(): PeriodBook {
    const copy = new PeriodBook(this.id, this.previous, this.openedBy);
    for (const line of this.lines) copy.add(line);
    for (const [entry, difference] of this.corrected) copy.correct(entry, difference);
    for (const [entry, difference] of this.adjusted) copy.adjust(entry, difference);
    const { carried, rateCard, laterCards, confirmedAtMs, rolledOver, closedAtMs } = this;
    const order = [...this.order];
    return Object.assign(copy, { order, carried, rateCard, laterCards, confirmedAtMs, rolledOver, closedAtMs });
  }
}

const addTo = (amounts: Map<number, Credits>, entry: number, difference: Credits): void => {
  amounts.set(entry, plus(amounts.get(entry) ?? ZERO, difference));
};
