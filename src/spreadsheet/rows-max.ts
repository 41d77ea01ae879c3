/** Rows that a sheet can have, the head of its table included. */
export const ROWS_MAX = 1_048_576;
