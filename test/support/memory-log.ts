import type { DestinationStream } from 'pino';
import type { TestingModuleBuilder } from '@nestjs/testing';
import { LOG_DESTINATION } from '../../src/observability/log-destination.js';

export type LogLine = Readonly<Record<string, unknown>>;

/** A log that is kept instead of written: put it in the service's place of standard output. */
export class MemoryLog implements DestinationStream {
  private written = '';

  write(line: string): void {
    this.written += line;
  }

  /** All that was written, to the letter. */
  get text(): string {
    return this.written;
  }

  get lines(): LogLine[] {
    return this.written.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  }

  /** The lines of requests, each without what it never has twice. */
  get requests(): LogLine[] {
    return this.lines.flatMap(({ time: _time, ...line }) => ('request_id' in line ? [line] : []));
  }

  clear(): void {
    this.written = '';
  }

  readonly replacing = (module: TestingModuleBuilder): TestingModuleBuilder =>
    module.overrideProvider(LOG_DESTINATION).useValue(this);
}
