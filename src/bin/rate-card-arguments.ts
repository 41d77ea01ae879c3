import { parseWords, UsageError } from './parse-words.js';

export const RATE_CARD_USAGE = `Usage: npm run rate-card -- COMMAND FILE
  check FILE    checks a rate card with its examples, and prints it as sentences
  try FILE [--period ID] [--url URL] [--key-file PATH] [--json]
                says what the card would have charged for a period of a running service, which keeps nothing of it;
                by default for the period that is current, of the service at http://127.0.0.1:8000
A service that asks for a key gets the one in the file PATH, which needs the scope usage:read. The answer is a
report, or with --json what the service answered.
`;

/** What the command line asks about a rate card. */
export interface RateCardArguments {
  readonly command: 'check' | 'try';
  /** Path of the rate card. */
  readonly file: string;
  /** Id of the period, or `current`. */
  readonly period: string;
  /** Where the service is, with a slash at its end. */
  readonly url: URL;
  /** Path of the file with the key for the service; undefined without one. */
  readonly keyFile: string | undefined;
  /** Whether the answer of the service is wanted as it is. */
  readonly json: boolean;
}

const OPTIONS = {
  period: { type: 'string' },
  url: { type: 'string' },
  'key-file': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Reads the words of the command line. Throws a UsageError. */
export const parseRateCardArguments = (words: readonly string[]): RateCardArguments => {
  const { values, positionals } = parseWords(words, OPTIONS);
  const [command = '', file = '', ...others] = positionals;
  if (command !== 'check' && command !== 'try')
    throw new UsageError(command ? `no command "${command}"` : 'no command is given');
  if (file === '' || others.length > 0) throw new UsageError(`${command} takes one FILE`);
  const [option] = command === 'check' ? Object.keys(values) : [];
  if (option !== undefined) throw new UsageError(`check takes no --${option}`);
  const { period = 'current', url = 'http://127.0.0.1:8000', json = false, 'key-file': keyFile } = values;
  return { command, file, period, url: toBase(url), keyFile, json };
};

const toBase = (text: string): URL => {
  const base = text.endsWith('/') ? text : `${text}/`;
  if (!URL.canParse(base) || !/^https?:/i.test(base))
    throw new UsageError(`--url takes an http or https URL, not ${text}`);
  return new URL(base);
};
