import { ROWS_MAX } from './rows-max.js';

/** More rows are asked for than a sheet can have. */
export class TooManyRowsError extends Error {
  override readonly name = 'TooManyRowsError';
  readonly code = 'invalid-request';

  constructor() {
    const rows = (ROWS_MAX - 1).toLocaleString('en');
    super(
      `A sheet has at most ${rows} rows below its head: select less, with from and to for example, or take the CSV`,
    );
  }
}
