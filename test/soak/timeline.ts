/** What was so, and when; the last thing said is so until the next. */
export class Timeline<Value> {
  private readonly changes: { readonly at: number; readonly value: Value }[] = [];

  constructor(first: Value) {
    this.set(first);
  }

  get now(): Value {
    return (this.changes.at(-1) as { value: Value }).value;
  }

  set(value: Value): void {
    this.changes.push({ at: performance.now(), value });
  }

  /** All that was so at some time from `from` to now, in milliseconds of `performance.now()`. */
  since(from: number): Value[] {
    const first = this.changes.findLastIndex(({ at }) => at <= from);
    return this.changes.slice(Math.max(0, first)).map(({ value }) => value);
  }
}
