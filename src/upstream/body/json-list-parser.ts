import { MAX_ENVELOPE_BYTES, MAX_MESSAGE_BYTES } from './body-bounds.js';
import { ContractViolationError } from './body.errors.js';
import { ByteBuffer } from './byte-buffer.js';
import { COMMA, JsonScanner, OPEN_ARRAY, QUOTE } from './json-scanner.js';
import { readJson } from './read-json.js';

/** Takes the elements of a list as they arrive. */
interface ElementCollector {
  /** A list begins. It replaces an earlier one: the last of repeated keys counts, as for JSON.parse. */
  beginList(): void;
  /** Takes the next elements, at least one, in order. */
  collect(elements: readonly unknown[]): void;
}

/**
 * Long enough for the speed of one long parse. Not longer: of 64 kB with an emoji, a string of two bytes a character, V8 makes a
 * large object, and parses it three times as slowly.
 */
export const RUN_BYTES = 32_768;

const BEFORE_RUN = Buffer.from('[');
const AFTER_RUN = Buffer.from(']');
const PLACEHOLDER = Buffer.from('0');

const COLON = 0x3a;
const BLANKS = new Set(Buffer.from(' \t\r\n'));
/** Bytes that an escape takes for a character, `\u006d`, at most. */
const LONGEST_ESCAPE = 6;

/**
 * Reads a root object with one list that is too long to be held, the value of `name`, as it arrives. What is held is the elements
 * of one run, and everything around the list.
 *
 * The list is cut, between its elements, into runs; each is parsed as an array of its own. What remains, with a `0` for each
 * run, is the envelope: `{"messages":[0,0]}`. The runs and the envelope are valid exactly if the body is:
 * - All cuts are at ASCII bytes, so UTF-8 is broken in one of the parts exactly if it is in the whole.
 * - Of a valid body the scanner is right in every byte. A run then is one value or several with commas between them, which is an
 *   array between brackets, and one value may stand in their place.
 * - If the parts are valid, the scanner was right about their strings, so no `0` is inside one. Between `[` or `,` and `,` or `]`
 *   it then is an element of an array, in whose place one value or several may stand.
 * - A run without an element is white space. The envelope gets nothing for it: `[]` is valid and `[0,]` is not.
 */
export class JsonListParser {
  private readonly scanner = new JsonScanner();
  private readonly envelope = new ByteBuffer();
  private readonly run = new ByteBuffer();
  /** Where in the envelope the last string right inside the root begins. */
  private key = 0;
  private inList = false;
  /** The index, in its list, of the element that is read, and its offset in the run. */
  private index = 0;
  private elementStart = BEFORE_RUN.length;

  constructor(
    private readonly name: string,
    private readonly elements: ElementCollector,
    private readonly runBytes: number,
  ) {
    this.run.append(BEFORE_RUN);
  }

  /**
   * Throws an `InvalidJsonError` where a run is no JSON, and a {@link ContractViolationError} where something is larger than it may be; then
   * the parser is of no further use.
   */
  readChunk(chunk: Uint8Array): void {
    let kept = 0;
    for (let at = this.scanner.next(chunk, 0); at < chunk.length; at = this.scanner.next(chunk, at + 1)) {
      kept = this.inList ? this.readList(chunk, kept, at) : this.readEnvelope(chunk, kept, at);
    }
    (this.inList ? this.run : this.envelope).append(chunk, kept);
    if (this.inList) this.checkElement(this.run.length);
    if (this.envelope.length > MAX_ENVELOPE_BYTES) {
      throw new ContractViolationError(`the body around ${this.name} is larger than ${MAX_ENVELOPE_BYTES} bytes`);
    }
  }

  /** The root, with a `0` for each run of the list. Throws an `InvalidJsonError` where the body was not whole, or broken around the list. */
  end(): unknown {
    return readJson(this.envelope.from(0));
  }

  private readEnvelope(chunk: Uint8Array, kept: number, at: number): number {
    const byte = chunk[at];
    if (byte === QUOTE) this.key = this.envelope.length + at - kept;
    if (byte !== OPEN_ARRAY) return kept;
    this.envelope.append(chunk, kept, at);
    this.inList = this.isValueOfName();
    if (!this.inList) return at;
    this.envelope.append(chunk, at, at + 1);
    this.index = 0;
    this.elements.beginList();
    return at + 1;
  }

  private readList(chunk: Uint8Array, kept: number, at: number): number {
    const end = this.run.length + at - kept;
    this.checkElement(end);
    const isWithin = chunk[at] === COMMA;
    this.index += 1;
    this.elementStart = end + 1;
    if (isWithin && end < this.runBytes) return kept;
    this.run.append(chunk, kept, at);
    this.parseRun();
    this.inList = isWithin;
    if (isWithin) this.envelope.append(chunk, at, at + 1);
    return isWithin ? at + 1 : at;
  }

  private parseRun(): void {
    this.run.append(AFTER_RUN);
    const elements = readJson(this.run.from(0)) as unknown[];
    this.run.clear();
    this.run.append(BEFORE_RUN);
    this.elementStart = BEFORE_RUN.length;
    if (elements.length === 0) return;
    this.envelope.append(PLACEHOLDER);
    this.elements.collect(elements);
  }

  /** Throws where the element that is read is too large. `end`: the offset in the run up to which it has been read. */
  private checkElement(end: number): void {
    if (end - this.elementStart <= MAX_MESSAGE_BYTES) return;
    throw new ContractViolationError(`${this.name}[${this.index}] is larger than ${MAX_MESSAGE_BYTES} bytes`);
  }

  /** Whether what is read next is the value of `name`, in whatever escapes that was written. */
  private isValueOfName(): boolean {
    const field = this.envelope.from(this.key);
    const colon = lastOf(field, field.length);
    const key = field.subarray(0, lastOf(field, colon) + 1);
    if (field[colon] !== COLON || key.length > LONGEST_ESCAPE * this.name.length + 2) return false;
    try {
      return JSON.parse(key.toString()) === this.name;
    } catch {
      // Not right behind a key: the root is an array, or the body is no JSON, which the envelope says at the end.
      return false;
    }
  }
}

/** The offset of the last byte before `end` that is not white space; -1 where there is none. */
const lastOf = (bytes: Uint8Array, end: number): number => {
  let offset = end - 1;
  while (BLANKS.has(bytes[offset] ?? 0)) offset -= 1;
  return offset;
};
