import { UnknownPeriodError } from '../../billing/ledger.errors.js';
import { toDecimal } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { checkExplanations } from './check-explanations.js';
import { checkJournal } from './check-journal.js';
import { checkRateCards } from './check-rate-cards.js';
import { checkClosings, checkSeal, type Digests, readDigests } from './check-seals.js';
import type { FoldedJournal } from './folded-journal.js';
import { WrongLedgerError } from './wrong-ledger.error.js';

export interface VerifyOptions {
  /** Name of the upstream that the store was opened for. */
  readonly source: string;
  /** The only period to check beside the journal; all of them if not given. */
  readonly period?: string | undefined;
  /** Called for each thing that was found right, with its facts in a few words each. */
  readonly onRight?: (facts: readonly string[]) => void;
}

/**
 * Recomputes everything that the ledger states: the journal, and period by period what is sealed and
 * what explains its prices. Resolves to what the journal tells; rejects with a WrongLedgerError at
 * the first thing that is wrong, and with an UnknownPeriodError or a StoreUnavailableError. The
 * service may write meanwhile.
 */
export const verifyLedger = async (
  store: LedgerStore,
  { source, period, onRight = () => undefined }: VerifyOptions,
): Promise<FoldedJournal> => {
  // Read before the journal, so that a period that closes meanwhile is not taken for one without a closing.
  const sealed = await readDigests(store);
  const journal = await checkJournal(store);
  const { periods } = journal.state;
  checkClosings(sealed, journal);
  if (journal.newest.number === 0) throw new WrongLedgerError(`the ledger has nothing of the source "${source}"`);
  onRight(journalFacts(journal));
  const digests = await readDigests(store);
  const chosen = periods.filter(({ id }) => period === undefined || id === period);
  if (chosen.length === 0 && period !== undefined) throw unknownPeriod(period, journal);
  for (const book of chosen) {
    if (book.status === 'closed') await checkSeal(book, journal, digests, store, source);
    await checkRateCards(book, store);
    await checkExplanations(book, journal, store);
    onRight(periodFacts(book, digests));
  }
  return journal;
};

/** The error of a period that the journal does not tell of. */
export const unknownPeriod = (id: string, { state }: FoldedJournal): UnknownPeriodError => {
  const ids = state.periods.map((book) => book.id);
  return new UnknownPeriodError(id, ids.toReversed());
};

/** When upstream last gave which reading, in words. */
export const newestReading = ({ newestReading: number, state }: FoldedJournal): string =>
  `newest reading ${number}, seen ${formatEpochMs(state.lastAtMs)}`;

const journalFacts = (journal: FoldedJournal): string[] => [
  'journal',
  `${journal.newest.number} rows`,
  newestReading(journal),
  `chain ${journal.newest.chain}`,
];

const periodFacts = ({ id, status, length, credits }: PeriodBook, digests: Digests): string[] => {
  const digest = digests.get(id);
  return [
    id,
    status,
    `${length} messages`,
    `${toDecimal(credits)} credits`,
    ...(status === 'closed' && digest !== undefined ? [`digest ${digest}`] : []),
  ];
};
