import { UnknownPeriodError } from './ledger.errors.js';
import type { LedgerPeriod } from './ledger-period.js';
import type { PastPeriods } from './past-periods.js';
import { CURRENT } from './period-id.js';

/**
 * The period of the ledger with this id; the open one for {@link CURRENT}. Throws what
 * {@link PastPeriods} throws; an UnknownPeriodError too if none is open.
 */
export const findPeriod = async (periods: PastPeriods, id: string): Promise<LedgerPeriod> => {
  if (id !== CURRENT) return periods.find(id);
  const all = await periods.list();
  const open = all.find(({ status }) => status === 'open');
  if (!open) throw new UnknownPeriodError(id, namesOf(all));
  return open;
};

/** Few enough for a sentence. */
const NEWEST = 3;

const namesOf = (periods: readonly LedgerPeriod[]): string[] => periods.slice(0, NEWEST).map(({ id }) => id);
