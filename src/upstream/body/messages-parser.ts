import { ContractViolationError } from './body.errors.js';
import { JsonListParser, RUN_BYTES } from './json-list-parser.js';
import {
  describeMessageViolation,
  describeViolation,
  isMessageList,
  isMessagesEnvelope,
  type MessageBody,
} from './upstream.schema.js';

/**
 * Receives the next messages of a list, in upstream's order. Each of them keeps the contract; only
 * the end of the body shows whether all of it does.
 */
type CollectBodies = (messages: readonly MessageBody[]) => void;

/**
 * Reads the body of the messages as it arrives. It accepts and rejects exactly the bodies that
 * `JSON.parse` and the schema would, with the same messages. Of several faults it reports broken
 * JSON first (inside the list at once, outside it at the end), then `messages` that is missing or
 * is not a list, then the first violation in the list. A violation is reported at the end only,
 * because broken JSON may follow, or a second list, which replaces the first.
 */
export class MessagesParser {
  private readonly body: JsonListParser;
  private collect: CollectBodies | undefined;
  /** Messages of the list so far. */
  private count = 0;
  /** The first violation in the list. */
  private violation: string | undefined;

  /**
   * `newList` is called when a list of messages begins; about `runBytes` of the list are parsed at
   * a time.
   */
  constructor(newList: () => CollectBodies, runBytes = RUN_BYTES) {
    const elements = {
      beginList: () => {
        this.collect = newList();
        this.count = 0;
        this.violation = undefined;
      },
      collect: (messages: readonly unknown[]) => this.check(messages),
    };
    this.body = new JsonListParser('messages', elements, runBytes);
  }

  /**
   * Throws an `InvalidJsonError` if the list is broken JSON; the parser must not be used after
   * that.
   */
  readChunk(chunk: Uint8Array): void {
    this.body.readChunk(chunk);
  }

  /**
   * Throws an `InvalidJsonError` if the body is incomplete, and a {@link ContractViolationError} if
   * it breaks the contract.
   */
  end(): void {
    const envelope = this.body.end();
    if (!isMessagesEnvelope(envelope)) {
      throw new ContractViolationError(describeViolation(isMessagesEnvelope.errors ?? []));
    }
    if (this.violation !== undefined) throw new ContractViolationError(this.violation);
  }

  private check(elements: readonly unknown[]): void {
    if (this.violation !== undefined) return;
    if (isMessageList(elements)) this.collect?.(elements);
    else this.violation = describeMessageViolation(isMessageList.errors ?? [], this.count);
    this.count += elements.length;
  }
}
