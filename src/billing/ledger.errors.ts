/** The service keeps no ledger. */
export class NoLedgerError extends Error {
  override readonly name = 'NoLedgerError';
  readonly code = 'no-ledger';

  constructor() {
    super('This service keeps no past periods: set LEDGER_URL, such as file:./data/ledger.db, to keep them');
  }
}

/** The ledger cannot be read or written now. The message says why, and names no path. */
export class LedgerUnavailableError extends Error {
  override readonly name = 'LedgerUnavailableError';
  readonly code = 'ledger-unavailable';
}

/** How many periods an UnknownPeriodError names. */
const NAMED = 5;

/** The ledger has no period with the id asked for. */
export class UnknownPeriodError extends Error {
  override readonly name = 'UnknownPeriodError';
  readonly code = 'not-found';

  /** `known`: ids of the periods that there are, the newest first; the message names the first five. */
  constructor(id: string, known: readonly string[]) {
    const newest = known.slice(0, NAMED).join(', ');
    super(`There is no period ${id}: ${newest === '' ? 'there is none yet' : `the newest are ${newest}`}`);
  }
}

/** The period has no sealed file and no digest yet. */
export class PeriodNotClosedError extends Error {
  override readonly name = 'PeriodNotClosedError';
  readonly code = 'period-not-closed';

  constructor(id: string) {
    super(`The period ${id} is not closed yet: it is sealed when it closes`);
  }
}

/** The texts that another rate card would price are not in the ledger. */
export class TextsNotKeptError extends Error {
  override readonly name = 'TextsNotKeptError';
  readonly code = 'texts-not-kept';

  constructor(id: string) {
    super(`The texts of the period ${id} are not kept, so no other rate card can price them (LEDGER_TEXTS)`);
  }
}

/** A decision on this reading was recorded before. */
export class AlreadyDecidedError extends Error {
  override readonly name = 'AlreadyDecidedError';
  readonly code = 'already-decided';

  constructor(reading: number) {
    super(`Reading ${reading} has been decided on`);
  }
}

/** No reading is held under this number. */
export class ReadingNotHeldError extends Error {
  override readonly name = 'ReadingNotHeldError';
  readonly code = 'not-found';

  constructor(reading: number) {
    super(`No reading ${reading} is held`);
  }
}

/** What was asked for needs an open period, and none is open. */
export class NoOpenPeriodError extends Error {
  override readonly name = 'NoOpenPeriodError';
  readonly code = 'no-open-period';

  /** `consequence`: what can be done without one, as the end of a sentence. */
  constructor(consequence: string) {
    super(`No period is open: ${consequence}`);
  }
}
