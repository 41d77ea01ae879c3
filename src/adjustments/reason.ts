export const REASON_MIN = 3;
export const REASON_MAX = 500;

export const REASON_RULE = `must be a string of ${REASON_MIN} to ${REASON_MAX} characters, none of them a control character`;

/** Control characters, and halves of surrogate pairs, which no digest could be made of. */
const REFUSED = /[\p{Cc}\p{Cs}]/u;

/** A text without the white space around it; any other value as it is. */
export const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

/** Whether a value is a reason that can be kept. Characters are code points. */
export const isReason = (value: unknown): boolean => {
  if (typeof value !== 'string' || REFUSED.test(value)) return false;
  const { length } = [...value];
  return length >= REASON_MIN && length <= REASON_MAX;
};
