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
 * Tracks two facts about JSON across chunks of bytes: whether a byte is inside a string, and how
 * deep brackets are nested. It does not know the rest of the grammar, nor tell `[` from `{`; in
 * valid JSON both facts are right for every byte. UTF-8 needs no decoding, because no byte of a
 * multi-byte sequence is an ASCII byte.
 */
export class JsonScanner {
  private depth = 0;
  private inString = false;
  /**
   * Whether the last chunk ended after a backslash, which escapes the first byte of the next chunk.
   */
  private isEscaped = false;

  /**
   * The offset, from `from` on, of the next byte that separates the root's fields or the elements
   * of their lists: a quote or an opening bracket directly inside the root, a comma directly inside
   * the brackets that it opens, or their closing bracket. Returns the chunk's length if there is
   * none. Call it with the previous result plus 1, and with 0 for each new chunk. Throws a
   * {@link ContractViolationError} if the body is nested deeper than {@link MAX_DEPTH}.
   */
  findCut(chunk: Uint8Array, from: number): number {
    const end = chunk.length;
    let offset = from;
    while (offset < end) {
      if (this.inString) {
        offset = this.skipString(chunk, offset);
        continue;
      }
      switch (chunk[offset] as number) {
        case QUOTE:
          this.inString = true;
          if (this.depth === 1) return offset;
          break;
        case COMMA:
          if (this.depth === 2) return offset;
          break;
        case OPEN_ARRAY:
        case OPEN_OBJECT:
          this.depth += 1;
          if (this.depth > MAX_DEPTH) throw new ContractViolationError(`the body is nested deeper than ${MAX_DEPTH}`);
          if (this.depth === 2) return offset;
          break;
        case CLOSE_ARRAY:
        case CLOSE_OBJECT:
          this.depth -= 1;
          if (this.depth === 1) return offset;
          break;
        default:
      }
      offset += 1;
    }
    return end;
  }

  /**
   * The offset after the string's closing quote, or the end of the chunk. The native `indexOf`
   * finds quotes twice as fast as a loop over bytes; a quote after an odd number of backslashes is
   * escaped.
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
