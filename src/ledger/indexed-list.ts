/** A list without repetitions, whose items are named elsewhere by their index. */
export class IndexedList<T> {
  readonly items: T[] = [];
  private readonly indexes = new Map<T | string, number>();

  /** `keyOf` gives equal texts for items that count as the same, and only for those. */
  constructor(private readonly keyOf: (item: T) => string) {}

  /** The item's index. An item that is not there yet is put at the end. */
  indexOf(item: T): number {
    return this.indexes.get(item) ?? this.find(item);
  }

  private find(item: T): number {
    const key = this.keyOf(item);
    const index = this.indexes.get(key) ?? this.items.push(item) - 1;
    this.indexes.set(key, index).set(item, index);
    return index;
  }
}
