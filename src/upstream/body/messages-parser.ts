import { ContractViolationError } from './body.errors.js';
import { JsonListParser, RUN_BYTES } from './json-list-parser.js';
import {
  describeMessageViolation,
  describeViolation,
  isMessageList,
  isMessagesEnvelope,
  type MessageBody,
} from './upstream.schema.js';

/** Takes the next messages of a list, in upstream's order. Each keeps the contract; whether the whole body does is known at its end. */
type CollectBodies = (messages: readonly MessageBody[]) => void;

/**
 * Reads the body of the messages as it arrives. It accepts and refuses what `JSON.parse` and the contract would accept and
 * refuse of the whole body, in the same words. Of several faults it reports broken JSON first (inside the list at once,
 * around it at the end), then a list that is missing or no list, then the first violation in the list. A violation waits
 * for the end, because broken JSON may follow, or a second list, which replaces the first.
 */
export class MessagesParser {
  private readonly body: JsonListParser;
  private collect: CollectBodies | undefined;
  /** Messages of the list so far. */
  private count = 0;
  /** The first violation in the list. */
  private violation: string | undefined;

  /** `newList` is called when a list of messages begins; `runBytes` of the list, or a little more, are parsed at a time. */
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

  /** Throws an `InvalidJsonError` if the list is broken JSON; the parser is then of no further use. */
  readChunk(chunk: Uint8Array): void {
    this.body.readChunk(chunk);
  }

  /** Throws an `InvalidJsonError` if the body was not whole, and a {@link ContractViolationError} if it breaks the contract. */
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
