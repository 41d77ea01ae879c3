import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';

/** Writes what Nest and the service say through Nest's `Logger` to the service's log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.writeLine('info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.writeLine('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.writeLine('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.writeLine('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.writeLine('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.writeLine('trace', message, rest);
  }

  /**
   * Nest passes the name of the logger last, and the stack of an error, if there is one, before it.
   */
  private writeLine(level: Level, message: unknown, rest: readonly unknown[]): void {
    const [context, stack] = rest.toReversed();
    const fields = { ...(context !== undefined && { context }), ...(stack !== undefined && { stack }) };
    if (message instanceof Error) this.logger[level]({ ...fields, err: message }, message.message);
    else this.logger[level](fields, String(message));
  }
}
