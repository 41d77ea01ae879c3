import { backUpLedger } from '../ledger/verify/back-up-ledger.js';
import { exportPeriod } from '../ledger/verify/export-period.js';
import { verifyLedger } from '../ledger/verify/verify-ledger.js';
import { ignoreBrokenOutput } from '../observability/broken-output.js';
import { LEDGER_USAGE, type LedgerArguments, parseLedgerArguments } from './ledger-arguments.js';
import { copyTo } from './ledger-copy.js';
import { findLedger, nameOf, toPlace } from './ledger-location.js';
import { SENTENCES, withName } from './ledger-sentences.js';
import { openLedger } from './open-ledger.js';
import { UsageError } from './parse-words.js';

/*
 * `npm run ledger -- COMMAND`, or `node dist/bin/ledger.js COMMAND` where there is no npm. Opens the
 * database for reading only, so it can run beside the service. Exits with 1 if something is wrong,
 * and with 2 if the command line is.
 */

const printRight = (facts: readonly string[]): void => {
  process.stdout.write(`${[...facts, 'ok'].join('  ')}\n`);
};

const run = async (args: LedgerArguments): Promise<void> => {
  const { place, source } = await findLedger(args);
  const name = nameOf(place);
  const openCopy = (path: string) => openLedger({ file: path }, source, { readOnly: true });
  const store = await withName(name, openLedger(place, source, { readOnly: true }));
  try {
    switch (args.command) {
      case 'verify':
      case 'check-backup':
        await withName(name, verifyLedger(store, { source, period: args.period, onRight: printRight }));
        return;
      case 'backup':
        printRight(await withName(args.subject, backUpLedger(store, args.subject, source, openCopy)));
        return;
      case 'export':
        process.stdout.write(await withName(name, exportPeriod(store, args.subject)));
        return;
      case 'copy':
        printRight(await copyTo(toPlace(args.target), store, source));
    }
  } finally {
    await store.close();
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
