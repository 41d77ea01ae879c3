import { compareEpochTimes } from '../../time/epoch-time.js';
import type { SeenMessage } from './seen-message.js';

const NONE: readonly number[] = [];

/** Messages by id and instant. An id alone is not an identity: upstream may start again at 1000. */
export class IdentityIndex {
  private readonly messages: SeenMessage[] = [];
  /** A bare number where only one message has the id: a million arrays of one would take 50 MB. */
  private readonly entriesById = new Map<number, number | readonly number[]>();

  constructor(messages: Iterable<SeenMessage> = []) {
    for (const message of messages) this.add(message);
  }

  get length(): number {
    return this.messages.length;
  }

  at(entry: number): SeenMessage {
    const message = this.messages[entry];
    if (!message) throw new RangeError(`no entry ${entry}`);
    return message;
  }

  add(message: SeenMessage): void {
    const entry = this.messages.push(message) - 1;
    const known = this.entriesById.get(message.id);
    if (known === undefined) this.entriesById.set(message.id, entry);
    else this.set(message.id, [...this.withId(message.id), entry]);
  }

  /** Puts an edited message in the place of its earlier version. */
  replace(entry: number, message: SeenMessage): void {
    const { id } = this.at(entry);
    this.messages[entry] = message;
    if (id === message.id) return;
    this.set(
      id,
      this.withId(id).filter((other) => other !== entry),
    );
    this.set(message.id, [...this.withId(message.id), entry]);
  }

  /** Entries of the messages with this id, in order of first sight. */
  withId(id: number): readonly number[] {
    const entries = this.entriesById.get(id) ?? NONE;
    return typeof entries === 'number' ? [entries] : entries;
  }

  /** The first entry that has this message's id and instant, and that fits; undefined if there is none. */
  find(message: SeenMessage, fits: (entry: number) => boolean): number | undefined {
    const entries = this.entriesById.get(message.id) ?? NONE;
    const isIt = (entry: number): boolean => compareEpochTimes(this.at(entry), message) === 0 && fits(entry);
    if (typeof entries !== 'number') return entries.find(isIt);
    return isIt(entries) ? entries : undefined;
  }

  private set(id: number, entries: readonly number[]): void {
    const [only, second] = entries;
    if (only === undefined) this.entriesById.delete(id);
    else this.entriesById.set(id, second === undefined ? only : entries.toSorted((a, b) => a - b));
  }
}
