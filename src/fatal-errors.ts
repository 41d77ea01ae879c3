import type { Logger } from 'pino';

/**
 * Stops the process on an uncaught exception or unhandled rejection: logs it at level `fatal`, lets
 * the requests in flight finish as on SIGTERM for at most `drainMs`, and exits with code 1. Later
 * errors are logged and change nothing. Requires the shutdown hooks of the app.
 */
export const stopOnUncaughtErrors = (log: Logger, drainMs: number): void => {
  const fatalLog = log.child({}, { serializers: { err: describeError } });
  process.on('uncaughtException', (error: unknown, origin) => {
    fatalLog.fatal({ err: error, origin }, 'Uncaught error: the service stops');
    process.once('exit', () => {
      process.exitCode = 1;
    });
    setTimeout(() => process.exit(1), drainMs).unref();
    process.emit('SIGTERM');
  });
};

/**
 * Type, message and stack only: an HTTP client's error also has headers and bodies, which must not
 * be logged.
 */
const describeError = (error: unknown): Record<string, unknown> =>
  error instanceof Error
    ? { type: error.name, message: error.message, stack: error.stack }
    : { type: typeof error, message: 'the value thrown is not an Error' };
