import { ContractViolationError } from './body.errors.js';
import { JsonListParser, RUN_BYTES } from './json-list-parser.js';
import {
  describeMessageViolation,
  describeViolation,
  isMessageList,
  isMessagesEnvelope,
  type MessageBody,
} from './upstream.schema.js';

/** Takes the messages as they arrive. */
export interface MessageCollector {
  /** What came so far does not count: the key `messages` came again. */
  restart(): void;
  /** The next messages, in upstream's order. They keep the contract; whether the whole body does is known at its end. */
  add(messages: readonly MessageBody[]): void;
}

/**
 * Reads the body of the messages as it arrives. It takes and refuses what `JSON.parse` and the contract would of the whole body,
 * and in the same words. Of a body with several faults, broken JSON is said first, inside the list at once and around it at the
 * end; then a list that is missing or no list; then the first violation in the list. A violation waits for the end: broken JSON
 * may follow, or a second list, which takes the place of the first.
 */
export class MessagesParser {
  private readonly body: JsonListParser;
  private hasList = false;
  /** Messages of the list so far. */
  private count = 0;
  /** The first of the list. */
  private violation: string | undefined;

  /** Of `runBytes` bytes or a little more of the list, the messages are given at once. */
  constructor(
    private readonly sink: MessageCollector,
    runBytes = RUN_BYTES,
  ) {
    const elements = { begin: () => this.begin(), add: (messages: readonly unknown[]) => this.add(messages) };
    this.body = new JsonListParser('messages', elements, runBytes);
  }

  /** Throws an `InvalidJsonError` where the list is broken JSON; then the parser is of no further use. */
  write(chunk: Uint8Array): void {
    this.body.write(chunk);
  }

  /** Throws an `InvalidJsonError` where the body was not whole, and a {@link ContractViolationError} where it breaks the contract. */
  end(): void {
    const envelope = this.body.end();
    if (!isMessagesEnvelope(envelope)) {
      throw new ContractViolationError(describeViolation(isMessagesEnvelope.errors ?? []));
    }
    if (this.violation !== undefined) throw new ContractViolationError(this.violation);
  }

  private begin(): void {
    if (this.hasList) this.sink.restart();
    this.hasList = true;
    this.count = 0;
    this.violation = undefined;
  }

  private add(elements: readonly unknown[]): void {
    if (this.violation !== undefined) return;
    if (isMessageList(elements)) this.sink.add(elements);
    else this.violation = describeMessageViolation(isMessageList.errors ?? [], this.count);
    this.count += elements.length;
  }
}
