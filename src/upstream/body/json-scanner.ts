import { MAX_DEPTH } from './body-bounds.js';
import { ContractViolationError } from './body.errors.js';

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_ARRAY = 0x5d;
const CLOSE_OBJECT = 0x7d;
const BACKSLASH = 0x5c;

/**
 * Follows JSON through chunks of bytes: which are inside a string, and how many brackets are open. It knows no more of the
 * grammar, and takes one kind of bracket for the other; of valid JSON it is right in every byte. UTF-8 needs no care: no
 * byte of a longer sequence looks like one of ASCII.
 */
export class JsonScanner {
  private depth = 0;
  private inString = false;
  /** The chunk ended behind a backslash: the next byte belongs to it. */
  private isEscaped = false;

  /**
   * The next place that tells the root's fields, and the elements of the lists among them, from each other: a quote or an opening
   * bracket right inside the root, a comma right inside what such a bracket opened, and the bracket that closes it. The
   * length of the chunk where there is none in it. To be called with the place after the one before, chunk by chunk.
   * Throws a {@link ContractViolationError} where the body is nested too deep.
   */
  next(chunk: Uint8Array, from: number): number {
    const end = chunk.length;
    let place = from;
    while (place < end) {
      if (this.inString) {
        place = this.skipString(chunk, place);
        continue;
      }
      switch (chunk[place] as number) {
        case QUOTE:
          this.inString = true;
          if (this.depth === 1) return place;
          break;
        case COMMA:
          if (this.depth === 2) return place;
          break;
        case OPEN_ARRAY:
        case OPEN_OBJECT:
          this.depth += 1;
          if (this.depth > MAX_DEPTH) throw new ContractViolationError(`the body is nested deeper than ${MAX_DEPTH}`);
          if (this.depth === 2) return place;
          break;
        case CLOSE_ARRAY:
        case CLOSE_OBJECT:
          this.depth -= 1;
          if (this.depth === 1) return place;
          break;
        default:
      }
      place += 1;
    }
    return end;
  }

  /**
   * The place after the string, or the end of the chunk. Looks for the quote natively, which is twice as fast as byte by byte: it is
   * escaped by an odd number of backslashes.
   */
  private skipString(chunk: Uint8Array, from: number): number {
    let start = this.isEscaped ? from + 1 : from;
    for (;;) {
      const quote = chunk.indexOf(QUOTE, start);
      const end = quote < 0 ? chunk.length : quote;
      let unescaped = end;
      while (unescaped > start && chunk[unescaped - 1] === BACKSLASH) unescaped -= 1;
      this.isEscaped = (end - unescaped) % 2 === 1;
      if (quote < 0) return end;
      start = quote + 1;
      if (!this.isEscaped) {
        this.inString = false;
        return start;
      }
    }
  }
}
