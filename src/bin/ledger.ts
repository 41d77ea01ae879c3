import { PeriodNotClosedError, UnknownPeriodError } from '../billing/ledger.errors.js';
import { BackupExistsError, StoreSettingError, StoreUnavailableError } from '../ledger/store/ledger-store.js';
import { openSqliteStore } from '../ledger/store/sqlite/open-sqlite-store.js';
import { backUpLedger } from '../ledger/verify/back-up-ledger.js';
import { exportPeriod } from '../ledger/verify/export-period.js';
import { verifyLedger } from '../ledger/verify/verify-ledger.js';
import { WrongLedgerError } from '../ledger/verify/wrong-ledger.error.js';
import { ignoreBrokenOutput } from '../observability/broken-output.js';
import { LEDGER_USAGE, type LedgerArguments, parseLedgerArguments, UsageError } from './ledger-arguments.js';
import { findLedger, LedgerLocationError } from './ledger-location.js';

/*
 * `npm run ledger -- COMMAND`, or `node dist/bin/ledger.js COMMAND` where there is no npm. Opens the
 * database for reading only, so it can run beside the service. Exits with 1 if something is wrong,
 * and with 2 if the command line is.
 */

/** Errors whose message says all that the operator needs. */
const SENTENCES = [
  BackupExistsError,
  LedgerLocationError,
  PeriodNotClosedError,
  UnknownPeriodError,
  WrongLedgerError,
] as const;

const printRight = (facts: readonly string[]): void => {
  process.stdout.write(`${[...facts, 'ok'].join('  ')}\n`);
};

const run = async (args: LedgerArguments): Promise<void> => {
  const { file, source } = await findLedger(args);
  const open = (path: string) => openSqliteStore(path, source, { readOnly: true });
  const store = await withPath(file, open(file));
  try {
    switch (args.command) {
      case 'verify':
      case 'check-backup':
        await withPath(file, verifyLedger(store, { source, period: args.period, onRight: printRight }));
        return;
      case 'backup':
        printRight(await withPath(args.subject, backUpLedger(store, args.subject, source, open)));
        return;
      case 'export':
        process.stdout.write(await withPath(file, exportPeriod(store, args.subject)));
    }
  } finally {
    await store.close();
  }
};

/** Adds the path to what a store says, which never names it. */
const withPath = async <T>(path: string, result: Promise<T>): Promise<T> => {
  try {
    return await result;
  } catch (error) {
    const isOfStore = error instanceof StoreUnavailableError || error instanceof StoreSettingError;
    throw isOfStore ? new LedgerLocationError(`${path}: ${error.message}`, { cause: error }) : error;
  }
};

ignoreBrokenOutput();
try {
  await run(parseLedgerArguments(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${LEDGER_USAGE}`);
    process.exitCode = 2;
  } else {
    const isSentence = SENTENCES.some((kind) => error instanceof kind);
    if (!(error instanceof Error) || !isSentence) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
