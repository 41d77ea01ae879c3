import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Node keeps the response that a socket is written by on that socket, undocumented. */
interface AnsweringSocket extends Socket {
  readonly _httpMessage?: ServerResponse | null;
}

/** The response that `socket` is being answered with; `undefined` between requests, and once its last byte was taken. */
export const answerUnderWay = (socket: Socket): ServerResponse | undefined =>
  (socket as AnsweringSocket)._httpMessage ?? undefined;

/** Tells the client not to send another request over this connection, which is closed after the answer. */
export const askToClose = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('Connection', 'close');
};
