/** By how much something changes, up or down, in units; a bigint where a number is not exact. */
export type Change = number | bigint;

/** The largest of the changes that are inserted, largest first; equal ones in the order of insertion. */
export class LargestChanges<Item> {
  private readonly changes: { readonly item: Item; readonly size: Change }[] = [];

  /** `most`: how many of them are kept. */
  constructor(private readonly most: number) {}

  insert(item: Item, change: Change): void {
    const { changes, most } = this;
    const size = change < 0 ? -change : change;
    let index = changes.length;
    while (index > 0 && size > (changes[index - 1]?.size ?? 0)) index -= 1;
    if (index >= most) return;
    changes.splice(index, 0, { item, size });
    changes.length = Math.min(changes.length, most);
  }

  get items(): Item[] {
    return this.changes.map(({ item }) => item);
  }

  /** Both lists as one, largest first; equal changes in the order that `compare` gives. */
  with(other: LargestChanges<Item>, compare: (a: Item, b: Item) => number): Item[] {
    return [...this.changes, ...other.changes]
      .toSorted((a, b) => (a.size === b.size ? compare(a.item, b.item) : a.size < b.size ? 1 : -1))
      .map(({ item }) => item);
  }
}
