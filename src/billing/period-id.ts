/** What callers name the current period by. */
export const CURRENT = 'current';

/** Ids of periods: the date of their earliest message, with a number if another one has that date. */
const PERIOD_ID = /^\d{4}-\d{2}-\d{2}(\.\d{1,9})?$/;

/** Whether a value is {@link CURRENT}, or could be the id of a period. */
export const namesPeriod = (value: unknown): boolean =>
  value === CURRENT || (typeof value === 'string' && PERIOD_ID.test(value));

export const PERIOD_NAME_RULE = `must be ${CURRENT} or the id of a period, such as 2024-04-29`;
