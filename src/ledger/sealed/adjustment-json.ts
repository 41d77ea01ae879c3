import { toPlainDecimal } from '../../pricing/index.js';
import type { Adjustment, BookedLine, LineReference, PersonalAdjustment } from '../rule/adjustment.js';

/** An adjustment as the manifest vouches for it. Amounts are decimal text: RFC 8785 reads JSON numbers as doubles. */
export const toAdjustmentJson = (adjustment: Adjustment): object => {
  const { kind, difference, reason, author } = adjustment;
  const about = adjustment.kind === 'correction' ? toLineJson(adjustment) : toAboutJson(adjustment);
  return { kind, ...about, difference: toPlainDecimal(difference), reason, author };
};

const toAboutJson = ({ number, line, period, reverses }: PersonalAdjustment) => ({
  number,
  ...(line && toLineJson(line)),
  ...(period !== undefined && { period }),
  ...(reverses !== undefined && { reverses }),
});

const toLineJson = ({ refers, was, now }: BookedLine) => ({
  refers: toReferenceJson(refers),
  was: toPlainDecimal(was),
  now: toPlainDecimal(now),
});

const toReferenceJson = ({ period, messageId, nth }: LineReference) => ({ period, message_id: messageId, nth });
