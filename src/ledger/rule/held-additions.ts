import { applyReading } from './apply-reading.js';
import type { Change } from './change.js';
import { IdentityIndex } from './identity-index.js';
import type { Absence } from './line.js';
import { pairByIdentity, UNPAIRED } from './pair-by-identity.js';
import type { PeriodBook } from './period-book.js';
import type { HeldReading } from './reading.js';
import type { SeenMessage } from './seen-message.js';
import { sight } from './sighting.js';

/**
 * What a held reading of these kinds has was the ending period's, unless the next period has it
 * too.
 */
const OF_THE_PERIOD: ReadonlySet<HeldReading['reason']> = new Set(['shrunk', 'rewritten']);

/**
 * The messages that only held readings had, added to the period as it ends: once it is over nothing
 * else would bill them. Paired as any reading is, so that a renumbered message is not billed a
 * second time; the last version of each counts.
 */
export const heldAdditions = (
  ending: PeriodBook,
  earlier: readonly PeriodBook[],
  held: readonly HeldReading[],
  next: readonly SeenMessage[],
  absence: Absence,
  graceMs: number,
): Change[] => {
  const readings = held.filter(({ reason }) => OF_THE_PERIOD.has(reason));
  if (readings.length === 0) return [];
  const inNext = new IdentityIndex(next);
  const scratch = ending.clone();
  const firstAdded = ending.length;
  for (const reading of readings) {
    const { messages } = reading;
    const pairing = pairByIdentity(messages, inNext);
    const left = messages.filter((_, row) => pairing[row] === UNPAIRED);
    const { changes } = applyReading(scratch, sight(left, scratch, earlier), reading, absence, graceMs);
    for (const change of changes) {
      if (change.op === 'added') scratch.add(change.line);
      else if (change.op === 'changed' && change.entry >= firstAdded) scratch.revise(change.entry, change.line);
    }
  }
  return scratch.lines
    .slice(firstAdded)
    .map((line, index) => ({ op: 'added', period: ending.id, entry: firstAdded + index, line }));
};
