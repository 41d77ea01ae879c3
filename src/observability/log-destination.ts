import type { DestinationStream } from 'pino';
import type { Settings } from '../config/settings.js';
import { BoundedLog } from './bounded-log.js';
import { standardOutput } from './standard-output.js';

/** How long the exit of the process waits for a reader that stalls. */
const LAST_LINES_MS = 1000;
const RETRY_MS = 10;
const WARNING = 40;

export const LOG_DESTINATION = Symbol('LOG_DESTINATION');

/** Returns a line as it is written: one of JSON as it is, or in the form for people. Both end with a newline. */
type FormatLine = (line: string) => string;

/**
 * Standard output: JSON lines for a collector, one readable line each for a person at a terminal. It never waits for its reader
 * (see `BoundedLog`); the last lines are written when the process exits.
 */
export const logDestination = async ({ production }: Pick<Settings, 'production'>): Promise<DestinationStream> => {
  const format = process.stdout.isTTY && !production ? await readable() : asItIs;
  const log = (processLog ??= openProcessLog(format));
  return format === asItIs ? log : { write: (line) => log.write(format(line)) };
};

/** Lines of the log that this process could not write and has dropped. */
export const droppedLogLines = (): number => processLog?.droppedLines ?? 0;

const asItIs: FormatLine = (line) => line;

/** Loads what makes lines readable, which production does without. */
const readable = async (): Promise<FormatLine> => {
  const { prettyFactory } = await import('pino-pretty');
  return prettyFactory({ ignore: 'pid,hostname,context', singleLine: true });
};

/** One for all applications of a process, as standard output is: tests make several. */
let processLog: BoundedLog | undefined;

const openProcessLog = (format: FormatLine): BoundedLog => {
  const log = new BoundedLog(standardOutput(), (lines, cause) => format(lossLine(lines, cause)));
  process.once('exit', () => flushWithin(LAST_LINES_MS, log));
  return log;
};

const lossLine = (lines: number, cause: string): string =>
  `${JSON.stringify({ level: WARNING, time: Date.now(), dropped_lines: lines, cause, msg: LOSS })}\n`;

const LOSS = 'Lines were dropped here: the log could not be written';

/** Writes what is held, and blocks the process for at most `ms` while its reader stalls. */
const flushWithin = (ms: number, log: BoundedLog): void => {
  const deadline = performance.now() + ms;
  while (!log.flush() && log.isStalled && performance.now() < deadline)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
};
