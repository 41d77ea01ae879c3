import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { LedgerPeriod } from '../billing/ledger-period.js';
import type { PeriodsQueryDto } from './periods-query.dto.js';

/** A page of the list of periods. */
interface Page {
  readonly periods: readonly LedgerPeriod[];
  /** The cursor of the next page; undefined on the last one. */
  readonly nextCursor: string | undefined;
}

/**
 * The page of `all` periods, newest first, that the query asks for. A cursor has the id of the last
 * period of its page, so that it stays valid when a new period begins. Throws an InvalidInputError.
 */
export const toPage = (all: readonly LedgerPeriod[], { cursor, limit = all.length }: PeriodsQueryDto): Page => {
  const start = cursor === undefined ? 0 : findEnd(all, cursor);
  const periods = all.slice(start, start + limit);
  const last = periods.at(-1);
  const isLastPage = start + limit >= all.length;
  return { periods, nextCursor: last && !isLastPage ? Buffer.from(last.id).toString('base64url') : undefined };
};

/** The index after the last period of the cursor's page. */
const findEnd = (all: readonly LedgerPeriod[], cursor: string): number => {
  const last = Buffer.from(cursor, 'base64url').toString();
  const index = all.findIndex(({ id }) => id === last);
  if (index < 0) throw new InvalidInputError([{ field: 'cursor', reason: 'is not a cursor of this route' }]);
  return index + 1;
};
