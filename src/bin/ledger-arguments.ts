import { parseWords, UsageError } from './parse-words.js';

export const LEDGER_USAGE = `Usage: npm run ledger -- COMMAND [--file PATH] [--source NAME]
  verify [--period ID]  recomputes all that the ledger states, or one period of it
  backup FILE           writes a copy to a new file, and verifies the copy
  check-backup FILE     verifies a copy
  export PERIOD         prints the sealed lines of a closed period, as CSV
  copy FROM TO          copies a ledger into an empty database, and verifies the copy; goes on where it broke off
The ledger is the one of LEDGER_URL, in the environment or in .env, or the file that --file names. FROM and TO are
paths of files, or as LEDGER_URL.
`;

/** What the ledger is asked for on the command line. */
export interface LedgerArguments {
  readonly command: 'verify' | 'backup' | 'check-backup' | 'export' | 'copy';
  /** The file or the period that the command is about; empty for `verify`. */
  readonly subject: string;
  /** Where `copy` copies to; empty for other commands. */
  readonly target: string;
  /** The only period to verify. */
  readonly period: string | undefined;
  /** Path of the ledger's database; undefined for the one of the settings. */
  readonly file: string | undefined;
  /** Name of the upstream in the file; undefined for the one of the settings. */
  readonly source: string | undefined;
}

/** What each command is about, as the usage names it. */
const SUBJECTS: Readonly<Record<LedgerArguments['command'], readonly string[]>> = {
  verify: [],
  backup: ['FILE'],
  'check-backup': ['FILE'],
  export: ['PERIOD'],
  copy: ['FROM', 'TO'],
};

const OPTIONS = { period: { type: 'string' }, file: { type: 'string' }, source: { type: 'string' } } as const;

/** Reads the words of the command line. Throws a UsageError. */
export const parseLedgerArguments = (words: readonly string[]): LedgerArguments => {
  const { values, positionals } = parseWords(words, OPTIONS);
  const [command = '', ...subjects] = positionals;
  if (!isCommand(command)) throw new UsageError(command ? `no command "${command}"` : 'no command is given');
  const wanted = SUBJECTS[command];
  if (subjects.length !== wanted.length || subjects.includes(''))
    throw new UsageError(`${command} takes ${wanted.length > 0 ? `one ${wanted.join(' and one ')}` : 'options only'}`);
  const { period, file, source } = values;
  if (period !== undefined && command !== 'verify') throw new UsageError(`${command} takes no --period`);
  if (file !== undefined && (command === 'check-backup' || command === 'copy'))
    throw new UsageError(`${command} takes no --file`);
  return { command, subject: subjects[0] ?? '', target: subjects[1] ?? '', period, file, source };
};

const isCommand = (word: string): word is LedgerArguments['command'] => Object.hasOwn(SUBJECTS, word);
