import { createHmac } from 'node:crypto';

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

  constructor(private readonly key: string) {
    this.mark = this.hash('mark of the key').slice(0, MARK);
  }

  /** The print of a message's text: 20 hexadecimal digits. */
  of(id: number, timestamp: string, text: string): string {
    return this.mark + this.hash(`${id}|${timestamp}|${text}`).slice(0, PRINT);
  }

  /** Whether a print was made with this key. */
  isOwn(print: string): boolean {
    return print.startsWith(this.mark);
  }

  /** The mark of the key and the keyed hash of these parts together. */
  sum(parts: Iterable<string>): string {
    const hmac = createHmac('sha256', this.key);
    for (const part of parts) hmac.update(part);
    return this.mark + hmac.digest('hex').slice(0, PRINT);
  }

  private hash(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('hex');
  }
}
