import type { TextPricer } from '../pricing/index.js';
import { epochMsOf, subMsNanosOf } from '../time/epoch.js';
import type { Message, MessagesSink } from './upstream/period.js';

/** Rows that there is room for at first: a small period. */
const FIRST_ROWS = 128;
const FIRST_TIMESTAMP_BYTES = 4096;
/** UTF-16 code units of text that are kept in all. A period that has more is read again where its texts are wanted. */
const MAX_TEXT_KEPT = 4 * 2 ** 20;
const NO_REPORT = -1;

/**
 * The messages of a period in upstream's order, a row each, with what the bill needs of them: each column is one array of numbers
 * (timestamps: of bytes), some 50 bytes a message in all, so that a million of them fit. Texts are priced as they arrive, those of
 * messages with a report too: whether the report exists is known later, and by then the text may be gone.
 */
export class PricedMessages implements MessagesSink {
  /** The ids of all reports that messages name, in the order in which they first occur. */
  readonly reportIds: number[] = [];
  length = 0;
  private readonly reportPlaces = new Map<number, number>();
  private ids = new Float64Array(FIRST_ROWS);
  private units = new Float64Array(FIRST_ROWS);
  private reports = new Int32Array(FIRST_ROWS);
  private epochMilliseconds = new Float64Array(FIRST_ROWS);
  private subMsNanoseconds = new Uint32Array(FIRST_ROWS);
  private timestampEnds = new Uint32Array(FIRST_ROWS);
  private timestamps = Buffer.alloc(FIRST_TIMESTAMP_BYTES);
  private keptTexts: Message[] | undefined = [];
  private textLength = 0;

  /** `tap` takes the messages too, for who wants their texts. */
  constructor(
    private readonly pricer: TextPricer,
    private readonly tap?: MessagesSink,
  ) {
    tap?.restart();
  }

  /** Decimal places of the unit that texts are priced in. */
  get scale(): number {
    return this.pricer.scale;
  }

  /** The messages with their texts; nothing where those are too much to keep. */
  get texts(): readonly Message[] | undefined {
    return this.keptTexts;
  }

  id(row: number): number {
    return this.ids[row] ?? NaN;
  }

  /** RFC 3339, to the letter. */
  timestamp(row: number): string {
    return this.timestamps.toString('latin1', this.timestampEnds[row - 1] ?? 0, this.timestampEnds[row]);
  }

  /** The instant of the timestamp: whole milliseconds since 1970 … */
  epochMs(row: number): number {
    return this.epochMilliseconds[row] ?? NaN;
  }

  /** … and the nanoseconds within that millisecond. */
  nanoseconds(row: number): number {
    return this.subMsNanoseconds[row] ?? NaN;
  }

  /** What the text costs, in units of 10^-`scale` credits, whether or not it is what prices the message. */
  textUnits(row: number): number {
    return this.units[row] ?? NaN;
  }

  /** The place in `reportIds` of the report that the message names; -1 where it names none. */
  reportPlace(row: number): number {
    return this.reports[row] ?? NO_REPORT;
  }

  add(messages: readonly Message[]): void {
    for (const message of messages) this.push(message);
    this.tap?.add(messages);
  }

  restart(): void {
    this.tap?.restart();
    this.length = 0;
    this.reportIds.length = 0;
    this.reportPlaces.clear();
    this.keptTexts = [];
    this.textLength = 0;
  }

  private push(message: Message): void {
    const { id, text, timestamp, reportId } = message;
    const row = this.length;
    if (row === this.ids.length) this.makeRoom();
    this.ids[row] = id;
    this.units[row] = this.pricer.unitsOf(text);
    this.reports[row] = reportId === undefined ? NO_REPORT : this.placeOf(reportId);
    this.epochMilliseconds[row] = epochMsOf(timestamp);
    this.subMsNanoseconds[row] = subMsNanosOf(timestamp);
    this.timestampEnds[row] = this.writeTimestamp(timestamp, this.timestampEnds[row - 1] ?? 0);
    this.length = row + 1;
    this.keep(message);
  }

  private placeOf(reportId: number): number {
    const known = this.reportPlaces.get(reportId);
    if (known !== undefined) return known;
    const place = this.reportIds.push(reportId) - 1;
    this.reportPlaces.set(reportId, place);
    return place;
  }

  /** An RFC 3339 timestamp is ASCII: a byte for each character. Returns where it ends. */
  private writeTimestamp(timestamp: string, start: number): number {
    const end = start + timestamp.length;
    while (end > this.timestamps.length) this.timestamps = Buffer.concat([this.timestamps], 2 * this.timestamps.length);
    this.timestamps.write(timestamp, start, 'latin1');
    return end;
  }

  private keep(message: Message): void {
    this.textLength += message.text.length;
    if (this.textLength > MAX_TEXT_KEPT) this.keptTexts = undefined;
    this.keptTexts?.push(message);
  }

  private makeRoom(): void {
    const rows = 2 * this.length;
    this.ids = grown(this.ids, new Float64Array(rows));
    this.units = grown(this.units, new Float64Array(rows));
    this.reports = grown(this.reports, new Int32Array(rows));
    this.epochMilliseconds = grown(this.epochMilliseconds, new Float64Array(rows));
    this.subMsNanoseconds = grown(this.subMsNanoseconds, new Uint32Array(rows));
    this.timestampEnds = grown(this.timestampEnds, new Uint32Array(rows));
  }
}

const grown = <Column extends { set(values: Column): void }>(values: Column, room: Column): Column => {
  room.set(values);
  return room;
};
