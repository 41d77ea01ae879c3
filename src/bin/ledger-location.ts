import { type LedgerPlace, parseLedgerUrl } from '../config/ledger-url.js';
import { assertEnvFileIsReadable } from '../config/env-file.js';
import type { LedgerArguments } from './ledger-arguments.js';

/** Where a ledger is, and under which name it has its upstream. */
export interface LedgerLocation {
  readonly place: LedgerPlace;
  readonly source: string;
}

/** The ledger is not to be found, or cannot be opened where it is. The message is for the operator. */
export class LedgerLocationError extends Error {
  override readonly name = 'LedgerLocationError';
}

const DEFAULT_SOURCE = 'default';

/** The place that a word of the command line names: a value of LEDGER_URL, or the path of a file. */
export const toPlace = (word: string): LedgerPlace => parseLedgerUrl(word) ?? { file: word };

/** The place as messages name it: without a user and a password. */
export const nameOf = (place: LedgerPlace): string => {
  if ('file' in place) return place.file;
  const { protocol, host, pathname } = new URL(place.postgresUrl);
  return `${protocol}//${host}${pathname}`;
};

/**
 * The ledger that the command line names, or else that of the service's settings. Rejects with a
 * LedgerLocationError.
 */
export const findLedger = async ({ command, subject, file, source }: LedgerArguments): Promise<LedgerLocation> => {
  const named = command === 'check-backup' || command === 'copy' ? subject : file;
  if (named !== undefined) return { place: toPlace(named), source: source ?? DEFAULT_SOURCE };
  const ledger = await readLedgerSettings();
  if (!ledger?.place)
    throw new LedgerLocationError('LEDGER_URL is not set: name the file of the ledger with --file PATH');
  return { place: ledger.place, source: source ?? ledger.source };
};

const readLedgerSettings = async () => {
  try {
    assertEnvFileIsReadable();
    // Imported here because most of the start is theirs, and a file that is named needs no settings.
    const { ConfigModule } = await import('@nestjs/config');
    const { settingsConfig } = await import('../config/settings.config.js');
    // Adds the variables of `.env` to the environment, as the service does.
    await ConfigModule.forRoot();
    return settingsConfig().ledger;
  } catch (error) {
    throw new LedgerLocationError(error instanceof Error ? error.message : String(error), { cause: error });
  }
};
