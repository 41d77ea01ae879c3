import type { MessageCollector } from '../../period/message.js';
import type { TimeSlice } from '../../time/time-slice.js';
import { MAX_REPORTS } from './body-bounds.js';
import { ContractViolationError } from './body.errors.js';
import type { BodyReader } from './body-reader.js';
import { MessagesParser } from './messages-parser.js';
import { type MessageBody, toMessage } from './upstream.schema.js';

/**
 * Reads the body of the messages into a collector. Each list of messages gets a new collector; the
 * last list counts.
 */
export class MessagesReader<Collector extends MessageCollector> implements BodyReader {
  /** Has all messages once the body has ended. */
  collector: Collector | undefined;
  private readonly parser: MessagesParser;

  constructor(newCollector: () => Collector) {
    this.parser = new MessagesParser(() => {
      const collector = newCollector();
      const reportIds = new Set<number>();
      this.collector = collector;
      return (bodies) => {
        countReports(reportIds, bodies);
        collector.collect(bodies.map(toMessage));
      };
    });
  }

  readChunk(chunk: Uint8Array): void {
    this.parser.readChunk(chunk);
  }

  async drain(timeSlice: TimeSlice): Promise<void> {
    await this.collector?.drain?.(timeSlice);
  }

  end(): void {
    this.parser.end();
  }
}

/**
 * Throws a {@link ContractViolationError} if the messages name more reports than one period may.
 */
const countReports = (reportIds: Set<number>, bodies: readonly MessageBody[]): void => {
  for (const { report_id: id } of bodies) if (typeof id === 'number') reportIds.add(id);
  if (reportIds.size > MAX_REPORTS) {
    throw new ContractViolationError(`messages name more than ${MAX_REPORTS} different reports`);
  }
};
