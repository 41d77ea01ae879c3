import { ApiError, type Answer } from './api.js';
import type { Problem } from './api.types.js';

/** Something of the API: what is known of it, and whether it is being asked for. */
export interface Resource<Body> {
  /** What it was asked for with: the same key is the same answer, and is not asked for twice. */
  readonly key: string;
  readonly isLoading: boolean;
  /** The last good answer: while the next one loads it stays, so that nothing jumps. A failure takes it away. */
  readonly body?: Body | undefined;
  readonly at?: Date | undefined;
  readonly problem?: Problem;
}

export interface Request<Body> {
  readonly key: string;
  readonly read: (signal: AbortSignal) => Promise<Answer<Body>>;
}

/** `later` keeps what is there; `undefined` lets it go. */
export type Wanted<Body> = Request<Body> | 'later' | undefined;

/** Holds one resource, and follows what is wanted of it: a new request takes the place of the one under way. */
export class Slot<Body> {
  current: Resource<Body> | undefined;
  private underWay = new AbortController();

  constructor(private readonly changed: () => void) {}

  /** Asks for it unless it is there; nothing wanted is nothing held. */
  want(request: Wanted<Body>): void {
    if (request === 'later' || request?.key === this.current?.key) return;
    this.underWay.abort();
    this.underWay = new AbortController();
    if (!request) {
      this.current = undefined;
      return;
    }
    const { body, at } = this.current ?? {};
    this.current = { key: request.key, isLoading: true, body, at };
    void this.load(request, this.underWay.signal);
  }

  /** Forgets the answer, so that it is asked for again. */
  expire(): void {
    if (this.current) this.current = { ...this.current, key: '' };
  }

  private async load({ key, read }: Request<Body>, signal: AbortSignal): Promise<void> {
    const resource = await read(signal).then(
      ({ body, at }): Resource<Body> => ({ key, isLoading: false, body, at }),
      (error: unknown): Resource<Body> => ({ key, isLoading: false, problem: problemOf(error) }),
    );
    if (signal.aborted) return;
    this.current = resource;
    this.changed();
  }
}

const problemOf = (error: unknown): Problem =>
  error instanceof ApiError
    ? error.problem
    : { title: 'The answer is not what this page reads', detail: `${String(error)}. Reload the page.`, status: 500 };
