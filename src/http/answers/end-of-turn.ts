import type { ServerResponse } from 'node:http';

interface PendingEnd {
  readonly response: ServerResponse;
  readonly body: Buffer;
}

let pending: PendingEnd[] = [];

/**
 * Speed trick: ends `response` with `body` at the end of this turn of the event loop, together with
 * all other responses of the turn.
 *
 * - Replaces: `response.end(body)`, which wakes the client at once, so that client and service take
 *   turns at the CPU for each response.
 * - Gain: row 1 of `npm run bench`, 9 pairs in turn: 10,995 instead of 7,350 requests a second
 *   (median of the pairs 1.45 times), 65 instead of 107 µs of CPU a request.
 * - Drop it when row 1 loses less than a tenth without it.
 */
export const endAtTurnEnd = (response: ServerResponse, body: Buffer): void => {
  if (pending.length === 0) setImmediate(endAll);
  pending.push({ response, body });
};

const endAll = (): void => {
  const ends = pending;
  pending = [];
  for (const { response, body } of ends) response.end(body);
};
