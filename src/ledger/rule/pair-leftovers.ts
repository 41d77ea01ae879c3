import type { SeenMessage } from './seen-message.js';

/** A message of a reading or of a period, with the number by which its side knows it. */
export interface Leftover {
  readonly at: number;
  readonly message: SeenMessage;
}

const byId = ({ message }: Leftover): string => String(message.id);
const byInstant = ({ message }: Leftover): string => `${message.epochMs}.${message.nanoseconds}`;

/**
 * Pairs messages that identity did not: by id, then by instant, each only where exactly one is left
 * on both sides. Such a pair is an edit of the timestamp or the id; to bill it as one message gone
 * and another come would bill it twice.
 */
export const pairLeftovers = (seen: readonly Leftover[], lines: readonly Leftover[]): Map<number, number> => {
  const pairs = new Map<number, number>();
  if (seen.length === 0 || lines.length === 0) return pairs;
  for (const keyOf of [byId, byInstant]) {
    const paired = new Set(pairs.values());
    const singles = singlesBy(
      keyOf,
      lines.filter(({ at }) => !paired.has(at)),
    );
    const unpaired = seen.filter(({ at }) => !pairs.has(at));
    for (const [key, at] of singlesBy(keyOf, unpaired)) {
      const line = singles.get(key);
      if (line !== undefined) pairs.set(at, line);
    }
  }
  return pairs;
};

/** The keys that only one of these has, each with its number. */
const singlesBy = (keyOf: (leftover: Leftover) => string, leftovers: readonly Leftover[]): Map<string, number> => {
  const singles = new Map<string, number>();
  const repeated = new Set<string>();
  for (const leftover of leftovers) {
    const key = keyOf(leftover);
    if (singles.has(key)) repeated.add(key);
    else singles.set(key, leftover.at);
  }
  for (const key of repeated) singles.delete(key);
  return singles;
};
