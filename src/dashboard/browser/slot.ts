import { ApiError, type DatedAnswer } from './api.js';
import type { Problem } from './api.types.js';

/** The state of one API resource: its last answer, and whether a newer one is loading. */
export interface Resource<Body> {
  /** Identifies the request. A request with the same key is not sent again. */
  readonly key: string;
  readonly isLoading: boolean;
  /** The last good answer, while the next one loads, and while asking for it again fails. */
  readonly body?: Body | undefined;
  /** When the service sent `body`. */
  readonly date?: Date | undefined;
  /** The key of the request that `body` answers. */
  readonly bodyKey?: string | undefined;
  /** Why the last request failed. With a `body`, that is the answer to an earlier request. */
  readonly problem?: Problem;
}

interface ResourceRequest<Body> {
  readonly key: string;
  readonly read: (signal: AbortSignal) => Promise<DatedAnswer<Body>>;
}

/** What a slot should hold next: `'keep'` leaves it as it is, `undefined` empties it. */
export type SlotRequest<Body> = ResourceRequest<Body> | 'keep' | undefined;

/** Holds one resource and at most one request in flight: a new request aborts the previous one. */
export class Slot<Body> {
  current: Resource<Body> | undefined;
  private inFlight = new AbortController();

  constructor(private readonly onChange: () => void) {}

  /**
   * Sends the request unless the slot already holds, or awaits, the answer to one with the same
   * key.
   */
  request(request: SlotRequest<Body>): void {
    if (request === 'keep' || request?.key === this.current?.key) return;
    this.inFlight.abort();
    this.inFlight = new AbortController();
    if (!request) {
      this.current = undefined;
      return;
    }
    const { body, date, bodyKey } = this.current ?? {};
    this.current = { key: request.key, isLoading: true, body, date, bodyKey };
    void this.load(request, this.inFlight.signal);
  }

  /**
   * Makes the next request be sent even if its key is the same. The answer stays until the next one
   * arrives.
   */
  expire(): void {
    if (this.current) this.current = { ...this.current, key: '' };
  }

  /** An answer to another request is not kept beside a problem: it would pass for this one's. */
  private async load({ key, read }: ResourceRequest<Body>, signal: AbortSignal): Promise<void> {
    const previous = this.current;
    const resource = await read(signal).then(
      ({ body, date }): Resource<Body> => ({ key, isLoading: false, body, date, bodyKey: key }),
      (error: unknown): Resource<Body> => ({
        ...(previous?.bodyKey === key && { body: previous.body, date: previous.date, bodyKey: key }),
        key,
        isLoading: false,
        problem: toProblem(error),
      }),
    );
    if (signal.aborted) return;
    this.current = resource;
    this.onChange();
  }
}

const toProblem = (error: unknown): Problem =>
  error instanceof ApiError
    ? error.problem
    : { title: 'The answer has an unexpected format', detail: `${String(error)}. Reload the page.`, status: 500 };
