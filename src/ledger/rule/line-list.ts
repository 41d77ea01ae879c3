import type { AddedLines } from './added-lines.js';
import type { Line } from './line.js';

/** A line, or lines that were not read yet. */
export type LinePart = Line | AddedLines;

export const isRead = (part: LinePart): part is Line => 'message' in part;

/**
 * The lines of a period by their numbers. Of a month of readings that are folded at the start, most
 * lines are never looked at one by one: those of a reading are read once one of them is.
 */
export class LineList {
  /** Each line; of one that was not read, the index of the unread lines that have it: no object to be marked. */
  private readonly slots: (Line | number)[] = [];
  private readonly unread: (AddedLines | undefined)[] = [];

  get length(): number {
    return this.slots.length;
  }

  /** The line with this number; undefined if there is none. */
  at(entry: number): Line | undefined {
    const slot = this.slots[entry];
    if (typeof slot !== 'number') return slot;
    this.read(slot);
    return this.at(entry);
  }

  push(line: Line): void {
    this.slots.push(line);
  }

  append(added: AddedLines): void {
    const slot = this.unread.push(added) - 1;
    for (let index = 0; index < added.count; index += 1) this.slots.push(slot);
  }

  /** Puts a line in the place of one that has been read. */
  replace(entry: number, line: Line): void {
    this.slots[entry] = line;
  }

  /** All lines, read. */
  all(): readonly Line[] {
    for (const slot of this.unread.keys()) this.read(slot);
    return this.slots as readonly Line[];
  }

  /** The lines in their order; those that were not read in one part with others. */
  *parts(): Generator<LinePart> {
    for (let entry = 0; entry < this.length;) {
      const slot = this.slots[entry];
      const part = typeof slot === 'number' ? this.unread[slot] : slot;
      if (!part) return;
      yield part;
      entry += isRead(part) ? 1 : part.count;
    }
  }

  private read(slot: number): void {
    const added = this.unread[slot];
    if (!added) return;
    const lines = added.read();
    if (lines.length !== added.count) throw new RangeError(`${lines.length} lines in the place of ${added.count}`);
    for (const [index, line] of lines.entries()) this.slots[added.entry + index] = line;
    this.unread[slot] = undefined;
  }
}
