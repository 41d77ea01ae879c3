import type { TextPricer } from '../pricing/index.js';
import { epochMsOf, subMsNanosOf } from '../time/epoch.js';
import type { TimeSlice } from '../time/time-slice.js';
import { Column } from './number-column.js';
import { KeptMessage } from './kept-message.js';
import { StringColumn } from './string-column.js';
import { MAX_REPORTS } from '../upstream/body/body-bounds.js';
import { ContractViolationError } from '../upstream/body/body.errors.js';
import type { Message, MessageCollector } from './message.js';

/** UTF-16 code units of text that are kept in all. A period that has more is read again where its texts are wanted. */
const MAX_TEXT_KEPT = 4 * 2 ** 20;
/** Messages, and UTF-16 code units of text, that are given back at a time: others get their turn between two blocks. */
const BLOCK_ROWS = 1024;
const BLOCK_TEXT = 65_536;
const NO_REPORT = -1;

/**
 * The messages of a period in upstream's order, a row each, with what the bill needs of them: each column is numbers in blocks
 * (timestamps and texts: bytes), some 60 bytes a message without its text, so that a million of them fit. Texts are priced as they
 * arrive, those of messages with a report too: whether the report exists is known later, and by then the text may be gone.
 */
export class PricedMessages implements MessageCollector {
  /** The ids of all reports that messages name, in the order in which they first occur. */
  readonly reportIds: number[] = [];
  private readonly reportPlaces = new Map<number, number>();
  /** Of all messages that name no report, and of those that name each: by the places of the reports. */
  readonly withoutReport: Tally = { messages: 0, textUnits: 0 };
  readonly byReport: Tally[] = [];
  /** Whether the ids ascend, so that none can be there twice. */
  idsAscend = true;
  private readonly columns = newColumns();
  private lastId = -1;
  private texts: StringColumn | undefined = textColumn();
  private textLength = 0;

  /** `tap` takes the messages too, for who wants their texts. */
  constructor(
    private readonly pricer: TextPricer,
    private readonly tap?: MessageCollector,
  ) {
    tap?.restart();
  }

  /** Decimal places of the unit that texts are priced in. */
  get scale(): number {
    return this.pricer.scale;
  }

  get length(): number {
    return this.columns.ids.length;
  }

  /** Whether the texts are kept: they are not where they are too much. */
  get hasTexts(): boolean {
    return this.texts !== undefined;
  }

  /** The messages with their texts, a few at a time; undefined if the texts are not kept. */
  withTexts(): Iterable<readonly Message[]> | undefined {
    return this.texts && this.inBlocks(this.texts);
  }

  id(row: number): number {
    return this.columns.ids.at(row);
  }

  /** RFC 3339, to the letter. */
  timestamp(row: number): string {
    return this.columns.timestamps.at(row);
  }

  /** The instant of the timestamp: whole milliseconds since 1970 … */
  epochMs(row: number): number {
    return this.columns.epochMs.at(row);
  }

  /** … and the nanoseconds within that millisecond. */
  nanoseconds(row: number): number {
    return this.columns.nanoseconds.at(row);
  }

  /** What the text costs, in units of 10^-`scale` credits, whether or not it is what prices the message. */
  textUnits(row: number): number {
    return this.columns.units.at(row);
  }

  /** The place in `reportIds` of the report that the message names; -1 where it names none. */
  reportPlace(row: number): number {
    return this.columns.reports.at(row);
  }

  /** Throws a {@link ContractViolationError} where the messages name too many reports. */
  add(messages: readonly Message[]): void {
    for (const message of messages) this.push(message);
    this.tap?.add(messages);
  }

  restart(): void {
    this.tap?.restart();
    for (const column of Object.values(this.columns)) column.clear();
    this.idsAscend = true;
    this.lastId = -1;
    Object.assign(this.withoutReport, { messages: 0, textUnits: 0 });
    this.byReport.length = 0;
    this.reportIds.length = 0;
    this.reportPlaces.clear();
    if (this.texts) this.texts.clear();
    else this.texts = textColumn();
    this.textLength = 0;
  }

  /** What `tap` has put off. */
  async deliver(timeSlice: TimeSlice): Promise<void> {
    await this.tap?.deliver?.(timeSlice);
  }

  private push({ id, text, timestamp, reportId }: Message): void {
    const { columns } = this;
    columns.ids.push(id);
    const units = this.pricer.unitsOf(text);
    const place = reportId === undefined ? NO_REPORT : this.placeOf(reportId);
    columns.units.push(units);
    columns.reports.push(place);
    const tally = this.byReport[place] ?? this.withoutReport;
    tally.messages += 1;
    tally.textUnits = sumOf(tally.textUnits, units);
    columns.epochMs.push(epochMsOf(timestamp));
    columns.nanoseconds.push(subMsNanosOf(timestamp));
    columns.timestamps.push(timestamp);
    this.idsAscend &&= id > this.lastId;
    this.lastId = id;
    this.keep(text);
  }

  private *inBlocks(texts: StringColumn): Iterable<readonly Message[]> {
    let block: Message[] = [];
    let units = 0;
    for (let row = 0; row < this.length; row += 1) {
      block.push(new KeptMessage(this, texts, row));
      units += texts.lengthAt(row);
      if (block.length < BLOCK_ROWS && units < BLOCK_TEXT) continue;
      yield block;
      [block, units] = [[], 0];
    }
    if (block.length > 0) yield block;
  }

  private placeOf(reportId: number): number {
    const known = this.reportPlaces.get(reportId);
    if (known !== undefined) return known;
    if (this.reportIds.length === MAX_REPORTS) {
      throw new ContractViolationError(`messages name more than ${MAX_REPORTS} different reports`);
    }
    const place = this.reportIds.push(reportId) - 1;
    this.reportPlaces.set(reportId, place);
    this.byReport.push({ messages: 0, textUnits: 0 });
    return place;
  }

  private keep(text: string): void {
    this.textLength += text.length;
    if (this.textLength > MAX_TEXT_KEPT) this.texts = undefined;
    this.texts?.push(text);
  }
}

/** How many messages, and what their texts cost in units. */
interface Tally {
  messages: number;
  /** A number as long as one holds the sum. */
  textUnits: number | bigint;
}

const sumOf = (sum: number | bigint, units: number): number | bigint => {
  const number = typeof sum === 'number' ? sum + units : NaN;
  return Number.isSafeInteger(number) ? number : BigInt(sum) + BigInt(units);
};

const newColumns = () => ({
  ids: new Column((rows) => new Float64Array(rows)),
  units: new Column((rows) => new Float64Array(rows)),
  reports: new Column((rows) => new Int32Array(rows)),
  epochMs: new Column((rows) => new Float64Array(rows)),
  nanoseconds: new Column((rows) => new Uint32Array(rows)),
  timestamps: new StringColumn('latin1'),
});

const textColumn = () => new StringColumn('utf16le');
