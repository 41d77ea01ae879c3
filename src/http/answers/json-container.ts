/** An object or a list that is being written, one value at a time. */
export interface JsonContainer {
  readonly start: string;
  readonly end: string;
  /** The separator and key to write before `value`. Valid once `next` has returned true. */
  readonly lead: string;
  readonly value: unknown;
  /** Moves to the next value; returns false after the last one. */
  next(): boolean | Promise<boolean>;
}

/** Writes an array or an async iterable as a list, any other object by its own members. */
export const toJsonContainer = (value: object): JsonContainer => {
  if (Array.isArray(value)) return new Elements(value);
  return Symbol.asyncIterator in value ? new ArrivingElements(value as AsyncIterable<unknown>) : new Members(value);
};

class Members implements JsonContainer {
  readonly start = '{';
  readonly end = '}';
  lead = '';
  value: unknown;
  private readonly keys: readonly string[];
  private index = 0;
  private separator = '';

  constructor(private readonly object: object) {
    this.keys = Object.keys(object);
  }

  next(): boolean {
    for (;;) {
      const key = this.keys[this.index];
      if (key === undefined) return false;
      this.index += 1;
      this.value = (this.object as Readonly<Record<string, unknown>>)[key];
      if (!isWritten(this.value)) continue;
      this.lead = `${this.separator}${JSON.stringify(key)}:`;
      this.separator = ',';
      return true;
    }
  }
}

class Elements implements JsonContainer {
  readonly start = '[';
  readonly end = ']';
  lead = '';
  value: unknown;
  private index = 0;

  constructor(private readonly list: readonly unknown[]) {}

  next(): boolean {
    if (this.index === this.list.length) return false;
    if (this.index > 0) this.lead = ',';
    this.value = toElement(this.list[this.index]);
    this.index += 1;
    return true;
  }
}

class ArrivingElements implements JsonContainer {
  readonly start = '[';
  readonly end = ']';
  lead = '';
  value: unknown;
  private readonly iterator: AsyncIterator<unknown>;
  private separator = '';

  constructor(list: AsyncIterable<unknown>) {
    this.iterator = list[Symbol.asyncIterator]();
  }

  async next(): Promise<boolean> {
    const { done, value } = await this.iterator.next();
    this.lead = this.separator;
    this.value = toElement(value);
    this.separator = ',';
    return done !== true;
  }
}

/** Whether JSON has such a value. Without one, a member is omitted and an element is null. */
const isWritten = (value: unknown): boolean =>
  value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';

const toElement = (value: unknown): unknown => (isWritten(value) ? value : null);
