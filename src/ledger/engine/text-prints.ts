import { createKeyedHash } from './keyed-hash.js';

/** Hexadecimal digits of the mark of a key, and of a print. */
const MARK = 4;
const PRINT = 16;

/**
 * Tells whether a text has changed without keeping it: a hash under a key, because a bare hash of
 * `Thanks` is guessed at once. A print begins with the mark of its key; prints of different keys
 * say nothing about each other.
 */
export class TextPrints {
  private readonly mark: string;
  private readonly hash: (text: string) => string;

  /** `isLasting`: whether the key is there after the next start too. */
  constructor(
    key: string,
    readonly isLasting = true,
  ) {
    this.hash = createKeyedHash(key);
    this.mark = this.hash('mark of the key').slice(0, MARK);
  }

  /** The print of a message's text: 20 hexadecimal digits. */
  of(id: number, timestamp: string, text: string): string {
    return this.sum(`${id}|${timestamp}|${text}`);
  }

  /** Whether a print was made with this key. */
  isOwn(print: string): boolean {
    return print.startsWith(this.mark);
  }

  /** The mark of the key and the keyed hash of a text. */
  sum(text: string): string {
    return this.mark + this.hash(text).slice(0, PRINT);
  }
}
