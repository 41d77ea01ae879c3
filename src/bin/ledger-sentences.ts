import { PeriodNotClosedError, UnknownPeriodError } from '../billing/ledger.errors.js';
import { TargetNotEmptyError } from '../ledger/copy/target-not-empty.error.js';
import { BackupExistsError, StoreSettingError, StoreUnavailableError } from '../ledger/store/store.errors.js';
import { WrongLedgerError } from '../ledger/verify/wrong-ledger.error.js';
import { LedgerLocationError } from './ledger-location.js';

/** Errors whose message says all that the operator needs. */
export const SENTENCES = [
  BackupExistsError,
  LedgerLocationError,
  PeriodNotClosedError,
  TargetNotEmptyError,
  UnknownPeriodError,
  WrongLedgerError,
] as const;

/** Adds the name of a place to what its store says, which never names it. */
export const withName = async <T>(name: string, result: Promise<T>): Promise<T> => {
  try {
    return await result;
  } catch (error) {
    const isOfStore = error instanceof StoreUnavailableError || error instanceof StoreSettingError;
    throw isOfStore ? new LedgerLocationError(`${name}: ${error.message}`, { cause: error }) : error;
  }
};
