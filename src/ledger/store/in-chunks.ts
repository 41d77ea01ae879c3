/** Rows that are inserted by one statement: an answer of a server far away is waited for less often. */
const INSERTED_ROWS = 50;

/** Splits rows into as many as one statement inserts. */
export function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += INSERTED_ROWS) yield rows.slice(from, from + INSERTED_ROWS);
}
