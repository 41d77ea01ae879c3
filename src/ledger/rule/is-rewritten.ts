import { toPlainDecimal } from '../../pricing/index.js';
import { isLive } from './line.js';
import type { PeriodBook } from './period-book.js';
import type { SeenMessage } from './seen-message.js';

const instantKey = ({ epochMs, nanoseconds }: SeenMessage): string => `${epochMs}.${nanoseconds}`;
const likenessKey = ({ id, reportId, textCredits }: SeenMessage): string =>
  `${id},${reportId ?? ''},${toPlainDecimal(textCredits)}`;

/**
 * Whether upstream seems to have renumbered or re-stamped the open period: more than half of it has
 * in the reading the same instant, or the same id, report id and text price. Billed as a new period
 * it would be billed twice.
 */
export const isRewritten = (
  open: PeriodBook,
  messages: readonly SeenMessage[],
  nowMs: number,
  graceMs: number,
): boolean => {
  const instants = new Set(messages.map(instantKey));
  const likenesses = new Set(messages.map(likenessKey));
  const live = open.lines.filter((line) => isLive(line, nowMs, graceMs));
  const again = live.filter(({ message }) => instants.has(instantKey(message)) || likenesses.has(likenessKey(message)));
  return 2 * again.length > live.length;
};
