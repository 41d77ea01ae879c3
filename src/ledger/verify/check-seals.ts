import type { PeriodBook } from '../rule/period-book.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { SEAL_CHECKS } from './checks/seal-checks.js';
import type { FoldedJournal } from './folded-journal.js';
import { PeriodUnderCheck } from './period-under-check.js';
import { WrongLedgerError } from './wrong-ledger.error.js';

/** Digests of the closed periods by id, in the order in which they were closed. */
export type Digests = ReadonlyMap<string, string>;

export const readDigests = async (store: Pick<LedgerStore, 'manifests'>): Promise<Digests> =>
  new Map((await store.manifests()).map(({ period, digest }) => [period, digest]));

/** Throws a WrongLedgerError if a period is sealed that the journal did not close. */
export const checkClosings = (sealed: Digests, { closings }: FoldedJournal): void => {
  const unclosed = [...sealed.keys()].find((period) => !closings.has(period));
  if (unclosed !== undefined)
    throw new WrongLedgerError(`period ${unclosed} is sealed, and the journal has no closing of it`);
};

/** Checks what is kept of a closed period. Rejects with a WrongLedgerError that names the first wrong thing. */
export const checkSeal = async (
  book: PeriodBook,
  journal: FoldedJournal,
  digests: Digests,
  store: Pick<LedgerStore, 'seal'>,
  source: string,
): Promise<void> => {
  const closing = journal.closings.get(book.id);
  const seal = await store.seal(book.id);
  if (!closing || !seal) throw new WrongLedgerError(`period ${book.id} is closed, and there is no seal of it`);
  const period = new PeriodUnderCheck(book, seal, {
    source,
    previousDigest: book.previous === undefined ? undefined : digests.get(book.previous),
    readings: { first: book.openedBy, last: closing.lastReading, chain: closing.chain },
    adjustments: journal.state.adjustments.filter(({ bookedIn }) => bookedIn === book.id),
  });
  for (const check of SEAL_CHECKS) {
    const wrong = check(period);
    if (wrong !== undefined) throw new WrongLedgerError(wrong);
  }
};
