import { parseEpochMs, parseSubMsNanos } from '../time/epoch.js';
import type { Message } from './message.js';
import { MessageTexts } from './message-texts.js';
import { NumberColumn } from './number-column.js';
import { ReportTotals } from './report-totals.js';
import { StringColumn } from './string-column.js';

/**
 * `MessageTable.withTexts` yields a batch once it has this many messages, or this many UTF-16 code
 * units of text.
 */
const BATCH_ROWS = 1024;
const BATCH_TEXT_UNITS = 65_536;

/**
 * The messages of a period in upstream's order, one row each, with what their texts cost. Rows are
 * numbered from 0. Columns of numbers and bytes instead of objects: about 60 bytes a message
 * besides its text, so a million fit.
 */
export class MessageTable {
  /** The reports that messages name, and what the messages that name each add up to. */
  readonly totals = new ReportTotals();
  /** Whether each id is larger than the one before, so that no id can occur twice. */
  idsAscend = true;
  private lastId = -1;
  private readonly ids = new NumberColumn((capacity) => new Float64Array(capacity));
  private readonly units = new NumberColumn((capacity) => new Float64Array(capacity));
  private readonly reportIndexes = new NumberColumn((capacity) => new Int32Array(capacity));
  private readonly milliseconds = new NumberColumn((capacity) => new Float64Array(capacity));
  private readonly subMsNanoseconds = new NumberColumn((capacity) => new Uint32Array(capacity));
  private readonly timestamps = new StringColumn('latin1');
  private readonly texts = new MessageTexts();

  /** `scale`: decimal places of the unit that texts are priced in. */
  constructor(readonly scale: number) {}

  /** Adds a message whose text costs `textUnits`, in units of 10^-`scale` credits. */
  append({ id, text, timestamp, reportId }: Message, textUnits: number): void {
    this.ids.append(id);
    this.units.append(textUnits);
    this.reportIndexes.append(this.totals.add(reportId, textUnits));
    this.milliseconds.append(parseEpochMs(timestamp));
    this.subMsNanoseconds.append(parseSubMsNanos(timestamp));
    this.timestamps.append(timestamp);
    this.texts.append(text);
    this.idsAscend &&= id > this.lastId;
    this.lastId = id;
  }

  /** Number of messages in the table. */
  get length(): number {
    return this.ids.length;
  }

  /** The number of every row, in upstream's order. */
  rows(): Uint32Array {
    const rows = new Uint32Array(this.length);
    // `map` takes ten times as long, which for a million rows is a noticeable pause.
    for (let row = 0; row < rows.length; row += 1) rows[row] = row;
    return rows;
  }

  id(row: number): number {
    return this.ids.at(row);
  }

  /** RFC 3339, character for character as upstream wrote it. */
  timestamp(row: number): string {
    return this.timestamps.at(row);
  }

  /** Whole milliseconds since 1970 of the message's timestamp, rounded down. */
  epochMs(row: number): number {
    return this.milliseconds.at(row);
  }

  /** Nanoseconds within the millisecond of `epochMs(row)`, 0 to 999,999. */
  nanoseconds(row: number): number {
    return this.subMsNanoseconds.at(row);
  }

  /**
   * What the text costs, in units of 10^-`scale` credits, even where a report prices the message.
   */
  textUnits(row: number): number {
    return this.units.at(row);
  }

  /** Index in `totals.reportIds` of the report that the message names; -1 if it names none. */
  reportIndex(row: number): number {
    return this.reportIndexes.at(row);
  }

  /** Whether the texts are still here: a period with too much text drops them. */
  get hasTexts(): boolean {
    return !this.texts.areDropped;
  }

  /**
   * The messages with their texts, in batches that take a fraction of a millisecond; undefined if
   * `hasTexts` is false.
   */
  withTexts(): Iterable<readonly Message[]> | undefined {
    return this.hasTexts ? this.batches() : undefined;
  }

  private *batches(): Iterable<readonly Message[]> {
    let batch: Message[] = [];
    let textUnits = 0;
    for (let row = 0; row < this.length; row += 1) {
      batch.push(new StoredMessage(this, this.texts, row));
      textUnits += this.texts.lengthAt(row);
      if (batch.length < BATCH_ROWS && textUnits < BATCH_TEXT_UNITS) continue;
      yield batch;
      [batch, textUnits] = [[], 0];
    }
    if (batch.length > 0) yield batch;
  }
}

/**
 * A message read from the table's columns property by property: a search by id never decodes a
 * text.
 */
class StoredMessage implements Message {
  constructor(
    private readonly table: MessageTable,
    private readonly texts: MessageTexts,
    private readonly row: number,
  ) {}

  get id(): number {
    return this.table.id(this.row);
  }

  get text(): string {
    return this.texts.at(this.row);
  }

  get timestamp(): string {
    return this.table.timestamp(this.row);
  }

  get reportId(): number | undefined {
    return this.table.totals.reportIds[this.table.reportIndex(this.row)];
  }
}
