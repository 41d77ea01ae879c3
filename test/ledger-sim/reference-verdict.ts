import type { RawAnswer } from './raw-answer.js';
import { isAlike, ownersOf, type Period } from './reference-lines.js';

/** What an answer is, in words: the eight tests of the rule, counted afresh each time. */
export const verdictBy = (
  open: Period | undefined,
  ended: readonly Period[],
  graceMs: number,
  answer: RawAnswer,
): string => {
  const { messages, atMs } = answer;
  const owners = ownersOf(messages, [...(open ? [open] : []), ...ended]);
  const known = owners.filter((line) => line !== undefined);
  const own = known.filter((line) => open?.lines.includes(line));
  const live = (open?.lines ?? []).filter(({ goneAtMs = atMs }) => atMs - goneAtMs <= graceMs);
  const half = messages.length / 2;
  if (messages.length === 0) return 'empty';
  if (own.length === 0 && known.length > half) return 'past';
  if (!open) return 'opens';
  if (own.length > 0) {
    const gone = live.filter((line) => !own.includes(line)).length;
    const isShrunk = gone > live.length / 2 && live.length > 3 && known.length < messages.length;
    return isShrunk ? 'shrunk' : 'applies';
  }
  if (live.filter((line) => messages.some((b) => isAlike(line, b, answer))).length > live.length / 2)
    return 'rewritten';
  const instants = open.lines.map(({ message }) => message.instantMs).toSorted((a, b) => a - b);
  const edge = instants[Math.max(0, instants.length - Math.ceil(instants.length / 10) - 1)] ?? -Infinity;
  return messages.filter(({ instantMs }) => instantMs > edge).length > half ? 'rolls over' : 'unrelated';
};
