import type { DestinationStream } from 'pino';
import type { Settings } from '../config/settings.js';
import { BoundedLog } from './bounded-log.js';
import { openStandardOutput } from './standard-output.js';

/** Time that the exit of the process waits for a stalled reader to take the last lines. */
const LAST_LINES_MS = 1000;
const RETRY_MS = 10;
/** pino's number of the level `warn`. */
const WARN = 40;

export const LOG_DESTINATION = Symbol('LOG_DESTINATION');

/** Turns pino's JSON line into the line that is written. Both end with a newline. */
type FormatLine = (line: string) => string;

/**
 * Opens the log on standard output: JSON lines, or readable ones on a terminal outside production.
 * Writing never waits for the reader (see `BoundedLog`); the last lines are written when the
 * process exits.
 */
export const openLogDestination = async ({ production }: Pick<Settings, 'production'>): Promise<DestinationStream> => {
  const format = process.stdout.isTTY && !production ? await loadReadableFormat() : unchanged;
  const log = (processLog ??= openProcessLog(format));
  return format === unchanged ? log : { write: (line) => log.write(format(line)) };
};

/** Returns how many lines of the log this process has dropped because it could not write them. */
export const countDroppedLogLines = (): number => processLog?.droppedLines ?? 0;

const unchanged: FormatLine = (line) => line;

/** Loads pino-pretty, which production never needs. */
const loadReadableFormat = async (): Promise<FormatLine> => {
  const { prettyFactory } = await import('pino-pretty');
  return prettyFactory({ ignore: 'pid,hostname,context', singleLine: true });
};

/** One log for the process, since it has one standard output; tests create several applications. */
let processLog: BoundedLog | undefined;

const openProcessLog = (format: FormatLine): BoundedLog => {
  const log = new BoundedLog(openStandardOutput(), (lines, cause) => format(formatLoss(lines, cause)));
  process.once('exit', () => flushWithin(LAST_LINES_MS, log));
  return log;
};

const formatLoss = (lines: number, cause: string): string =>
  `${JSON.stringify({ level: WARN, time: Date.now(), dropped_lines: lines, cause, msg: LOSS })}\n`;

const LOSS = 'Lines were dropped here: the log could not be written';

/** Writes the held lines, and blocks the process for at most `ms` while the reader stalls. */
const flushWithin = (ms: number, log: BoundedLog): void => {
  const deadline = performance.now() + ms;
  while (!log.flush() && log.isStalled && performance.now() < deadline)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
};
