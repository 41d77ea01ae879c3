import { Worker } from 'node:worker_threads';
import { LedgerUnavailableError } from '../../billing/ledger.errors.js';
import type { ThreadData } from './ledger-thread.js';
import type { Answer, ArgsOf, Call, MethodOf, Part, ResultOf, SentError, Silence } from './protocol.js';

interface Waiting {
  readonly part: Part;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** An error of the ledger's thread that is not about its store. */
export class LedgerThreadError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/** The ledger's thread, started at the first call, and again at the next one if it has ended. */
export class LedgerWorker {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private isClosed = false;
  /** Whether the database leaves a question of the thread open: calls would wait behind it. */
  private isSilent = false;

  /** `program`: the compiled `ledger-thread`. */
  constructor(
    private readonly program: URL,
    private readonly data: ThreadData,
  ) {}

  /**
   * Calls a method of the engine. Rejects with a LedgerUnavailableError if the store or the thread
   * fails or the database has been silent for two seconds, and with a LedgerThreadError otherwise.
   */
  call<P extends Part, M extends MethodOf<P>>(part: P, method: M, ...args: ArgsOf<P, M>): Promise<ResultOf<P, M>> {
    if (this.isClosed) return Promise.reject(new LedgerUnavailableError('The service is stopping'));
    if (this.isSilent) return Promise.reject(new LedgerUnavailableError(SILENT));
    const worker = this.started();
    this.lastId += 1;
    const call: Call = { id: this.lastId, part, method, args };
    return new Promise((resolve, reject) => {
      this.waiting.set(call.id, { part, resolve, reject });
      worker.postMessage(call);
    });
  }

  /** Closes the store once every call is answered, and ends the thread. Never rejects. */
  async close(): Promise<void> {
    const { worker } = this;
    const closed = worker && this.call('ledger', 'close');
    this.isClosed = true;
    // A store that cannot be closed ends with its thread.
    await closed?.catch(() => undefined);
    await worker?.terminate();
  }

  private started(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.program, { workerData: this.data });
    worker.on('message', (message: Answer | Silence) => this.take(message));
    worker.on('error', (error) => this.ended(worker, error));
    worker.on('exit', () => this.ended(worker));
    this.worker = worker;
    return worker;
  }

  private take(message: Answer | Silence): void {
    if (!('isSilent' in message)) return this.settle(message);
    this.isSilent = message.isSilent;
    if (this.isSilent) this.rejectReads();
  }

  /** What has begun to write is told how that ended. */
  private rejectReads(): void {
    for (const [id, { part, reject }] of this.waiting) {
      if (part === 'writer') continue;
      this.waiting.delete(id);
      reject(new LedgerUnavailableError(SILENT));
    }
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(toError(answer.error));
    else waiting?.resolve(answer.result);
  }

  private ended(worker: Worker, cause?: unknown): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.isSilent = false;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting)
      reject(new LedgerUnavailableError('The thread of the ledger has ended', { cause }));
  }
}

const SILENT = "the ledger's database does not answer";

/** Errors of the store, by name: the ledger is there, and cannot be used now. */
const UNAVAILABLE = new Set(['StoreUnavailableError', 'ConflictError', 'DamagedRowError']);

const toError = ({ name, message, code }: SentError): Error =>
  UNAVAILABLE.has(name) ? new LedgerUnavailableError(message) : new LedgerThreadError(name, message, code);
