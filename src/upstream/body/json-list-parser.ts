import { MAX_ENVELOPE_BYTES, MAX_MESSAGE_BYTES } from './body-bounds.js';
import { ContractViolationError } from './body.errors.js';
import { ByteBuffer } from './byte-buffer.js';
import { isKey } from './is-key.js';
import { COMMA, JsonScanner, OPEN_ARRAY, QUOTE } from './json-scanner.js';
import { readJson } from './read-json.js';

/** Receives the elements of the list as they arrive. */
interface ElementCollector {
  /** Called when a list begins. The list of the last such key counts, as in JSON.parse. */
  beginList(): void;
  /** Receives the next elements, at least one, in order. */
  collect(elements: readonly unknown[]): void;
}

/**
 * Bytes of the list that are parsed at a time. Longer runs gain no speed, and 64 kB are slower:
 * with one emoji in them they become a string of two bytes a character, a large object for V8,
 * which then takes three times as long to parse.
 */
export const RUN_BYTES = 32_768;

const BEFORE_RUN = Buffer.from('[');
const AFTER_RUN = Buffer.from(']');
const PLACEHOLDER = Buffer.from('0');

/**
 * Parses a JSON object of which one field, the list `name`, is too long for memory. It holds one
 * run of the list at a time, and everything around the list. Replaces JSON.parse of the whole body;
 * measured on a million messages (127 MB): JSON.parse takes 3.4 s, 962 MB and blocks the event loop
 * for 3.2 s; runs take as long, 92 MB, and block for less than 40 ms; @streamparser/json takes 7.3
 * s, and stream-json 8 to 12 times as long. To be dropped once JSON.parse can stream.
 *
 * The parser cuts the list between elements into runs, and parses each run as an array. What
 * remains, with a `0` for each run, is the envelope: `{"messages":[0,0]}`. Runs and envelope are
 * all valid if and only if the body is valid JSON:
 * - UTF-8. All cuts are at ASCII bytes, so the whole has an invalid sequence if and only if one of
 *   the parts has it.
 * - Valid body → valid parts. In a valid body the scanner classifies every byte correctly. Each run
 *   is then one or more values separated by commas, which brackets turn into an array; and a `0` in
 *   place of these values keeps the list valid.
 * - Valid parts → valid body. If the parts are valid, the scanner was right about where their
 *   strings begin and end, so no `0` is inside a string. Each `0` stands between `[` or `,` and `,`
 *   or `]`, so it is an element of an array, and one or more values may replace it.
 * - A run without elements is white space. It gets no `0` in the envelope, because `[]` is valid
 *   but `[0,]` is not.
 */
export class JsonListParser {
  private readonly scanner = new JsonScanner();
  private readonly envelope = new ByteBuffer();
  private readonly run = new ByteBuffer();
  /** Offset in the envelope of the root's last string: the key, when its value begins. */
  private keyStart = 0;
  private inList = false;
  /** Index in the list of the element being read. */
  private index = 0;
  /** Offset in the run of the element being read. */
  private elementStart = BEFORE_RUN.length;

  constructor(
    private readonly name: string,
    private readonly elements: ElementCollector,
    private readonly runBytes: number,
  ) {
    this.run.append(BEFORE_RUN);
  }

  /**
   * Reads the next chunk. Throws an `InvalidJsonError` if a run is not JSON, and a
   * {@link ContractViolationError} if an element or the envelope is too large; the parser must not
   * be used after either.
   */
  readChunk(chunk: Uint8Array): void {
    let pending = 0;
    for (let cut = this.scanner.findCut(chunk, 0); cut < chunk.length; cut = this.scanner.findCut(chunk, cut + 1)) {
      pending = this.inList ? this.readList(chunk, pending, cut) : this.readEnvelope(chunk, pending, cut);
    }
    (this.inList ? this.run : this.envelope).append(chunk, pending);
    if (this.inList) this.checkElement(this.run.length);
    if (this.envelope.length > MAX_ENVELOPE_BYTES) {
      throw new ContractViolationError(`the body around ${this.name} is larger than ${MAX_ENVELOPE_BYTES} bytes`);
    }
  }

  /**
   * Ends the body and returns the root, with a `0` for each run of the list. Throws an
   * `InvalidJsonError` if the body is incomplete, or is not JSON outside the list.
   */
  end(): unknown {
    return readJson(this.envelope.from(0));
  }

  /**
   * Handles the cut outside the list. The bytes from `pending` on are not stored yet; returns the
   * new `pending`.
   */
  private readEnvelope(chunk: Uint8Array, pending: number, cut: number): number {
    const byte = chunk[cut];
    if (byte === QUOTE) this.keyStart = this.envelope.length + cut - pending;
    if (byte !== OPEN_ARRAY) return pending;
    this.envelope.append(chunk, pending, cut);
    this.inList = isKey(this.envelope.from(this.keyStart), this.name);
    if (!this.inList) return cut;
    this.envelope.append(chunk, cut, cut + 1);
    this.index = 0;
    this.elements.beginList();
    return cut + 1;
  }

  /**
   * Handles the cut inside the list. The bytes from `pending` on are not stored yet; returns the
   * new `pending`.
   */
  private readList(chunk: Uint8Array, pending: number, cut: number): number {
    const end = this.run.length + cut - pending;
    this.checkElement(end);
    const hasMore = chunk[cut] === COMMA;
    this.index += 1;
    this.elementStart = end + 1;
    if (hasMore && end < this.runBytes) return pending;
    this.run.append(chunk, pending, cut);
    this.parseRun();
    this.inList = hasMore;
    if (hasMore) this.envelope.append(chunk, cut, cut + 1);
    return hasMore ? cut + 1 : cut;
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

  /**
   * Throws if the element being read is too large. `end`: the offset in the run up to which it has
   * been read.
   */
  private checkElement(end: number): void {
    if (end - this.elementStart <= MAX_MESSAGE_BYTES) return;
    throw new ContractViolationError(`${this.name}[${this.index}] is larger than ${MAX_MESSAGE_BYTES} bytes`);
  }
}
