import { EventEmitter, once } from 'node:events';
import type { RequestListener } from 'node:http';

export interface Held {
  /** The answer, which waits for its release. */
  readonly answer: RequestListener;
  /** Resolves when somebody has asked. */
  readonly asked: Promise<unknown>;
  readonly release: () => void;
}

/** Holds an answer back for as long as a test wants a request to be under way. Made anew for each request. */
export const hold = (later: RequestListener): Held => {
  const events = new EventEmitter();
  const released = once(events, 'released');
  return {
    asked: once(events, 'asked'),
    release: () => events.emit('released'),
    answer: (request, response) => {
      events.emit('asked');
      void released.then(() => later(request, response));
    },
  };
};
