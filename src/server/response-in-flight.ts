import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Node keeps the response that writes to a socket on that socket, in an undocumented field. */
interface RespondingSocket extends Socket {
  readonly _httpMessage?: ServerResponse | null;
}

/**
 * The response being written to `socket`; `undefined` between requests, and once the last byte was
 * handed to the system.
 */
export const responseInFlight = (socket: Socket): ServerResponse | undefined =>
  (socket as RespondingSocket)._httpMessage ?? undefined;

/**
 * Tells the client that its connection is closed after this response; does nothing once the headers
 * are sent.
 */
export const askToClose = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('Connection', 'close');
};
