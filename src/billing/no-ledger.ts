import { Injectable } from '@nestjs/common';
import { LedgerComparisons } from './ledger-comparison.js';
import { LedgerDecisions } from './ledger-decisions.js';
import { NoLedgerError } from './ledger.errors.js';
import { PastPeriods } from './past-periods.js';

const refuse = (): Promise<never> => Promise.reject(new NoLedgerError());

/** The past periods of a service that keeps none: every method rejects with a NoLedgerError. */
@Injectable()
export class NoPastPeriods extends PastPeriods {
  readonly list = refuse;
  readonly find = refuse;
  readonly bill = refuse;
  readonly billWithTexts = refuse;
  readonly messagesWithId = refuse;
  readonly changes = refuse;
  readonly sealed = refuse;
  readonly adjustments = refuse;
  readonly heldReadings = refuse;
}

/** The decisions of a service that keeps no past periods: every method rejects with a NoLedgerError. */
@Injectable()
export class NoLedgerDecisions extends LedgerDecisions {
  readonly decide = refuse;
  readonly adjust = refuse;
}

/** The comparisons of a service that keeps no past periods: each rejects with a NoLedgerError. */
@Injectable()
export class NoLedgerComparisons extends LedgerComparisons {
  readonly compare = refuse;
}
