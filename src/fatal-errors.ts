import type { Logger } from 'pino';

/**
 * Ends the process after an error that nothing catches, be it thrown or a rejection: the log says so at level `fatal`, the
 * requests under way are finished as on SIGTERM, for at most `drainMs`, and the exit code is 1. Further errors are logged and
 * change nothing. Requires the shutdown hooks of the app.
 */
export const stopOnUncaughtErrors = (log: Logger, drainMs: number): void => {
  const fatalLog = log.child({}, { serializers: { err: describe } });
  process.on('uncaughtException', (error: unknown, origin) => {
    fatalLog.fatal({ err: error, origin }, 'Nothing caught this error: the service stops');
    process.once('exit', () => {
      process.exitCode = 1;
    });
    setTimeout(() => process.exit(1), drainMs).unref();
    process.emit('SIGTERM');
  });
};

/** The error without its other fields: those of an HTTP client have headers and bodies, which no log may have. */
const describe = (error: unknown): Record<string, unknown> =>
  error instanceof Error
    ? { type: error.name, message: error.message, stack: error.stack }
    : { type: typeof error, message: 'something that is no error was thrown' };
