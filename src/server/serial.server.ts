import { AsyncResource } from 'node:async_hooks';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerUnderWay, askToClose } from './answer-under-way.js';
import { stopReading } from './stop-reading.js';

/** Pipelined requests that may wait on a connection. RFC 9112 sets no number; browsers and proxies pipeline none. */
const MAX_WAITING = 16;

/**
 * An HTTP server that handles the requests of a connection one at a time, and at most one in each turn of the event loop.
 * `request` is emitted for a pipelined request once the answer before it is sent, so nothing is counted, opened or logged for
 * one that waits: Node emits no `close` for its response if the connection is lost. With more than 16 waiting, reading stops
 * and the connection is closed after the answer under way.
 */
export class SerialServer extends Server {
  /** The open connections. */
  readonly sockets = new Set<Socket>();
  private readonly waiting = new WeakMap<Socket, number>();
  /** Connections of which a request was handled in this turn: Node parses all that a packet holds in one. */
  private readonly served = new Set<Socket>();

  override emit(event: string, ...args: unknown[]): boolean {
    if (event === 'request') return this.dispatch(...(args as [IncomingMessage, ServerResponse]));
    if (event === 'connection') this.track(args[0] as Socket);
    return super.emit(event, ...args);
  }

  private track(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private dispatch(request: IncomingMessage, response: ServerResponse): boolean {
    const { socket, headers } = request;
    // Node judges a transfer coding only after it has told of the request: one that is refused is not to be answered before.
    const isUnjudged = headers['transfer-encoding'] !== undefined;
    if (response.socket === null || isUnjudged || this.served.has(socket)) return this.wait(request, response);
    if (this.served.size === 0) setImmediate(() => this.served.clear());
    this.served.add(socket);
    return super.emit('request', request, response);
  }

  /** Node gives a response its socket when its turn has come: at once, or when the answer before it is sent. */
  private wait(request: IncomingMessage, response: ServerResponse): true {
    const { socket } = request;
    const waiting = (this.waiting.get(socket) ?? 0) + 1;
    this.waiting.set(socket, waiting);
    if (waiting === MAX_WAITING + 1) closeAfterAnswer(socket);
    if (waiting > MAX_WAITING) return true;
    // Bound to the connection: otherwise it would run in the context of the request before it, and log under its id.
    const emit = AsyncResource.bind(() => super.emit('request', request, response));
    const takeTurn = () => {
      this.waiting.set(socket, (this.waiting.get(socket) ?? 1) - 1);
      // A connection that is lost, or about to be closed, takes no answer.
      if (socket.writable) emit();
    };
    if (response.socket) setImmediate(takeTurn);
    else response.once('socket', () => setImmediate(takeTurn));
    return true;
  }
}

const closeAfterAnswer = (socket: Socket): void => {
  stopReading(socket);
  const answer = answerUnderWay(socket);
  if (!answer) return socket.destroySoon();
  askToClose(answer);
  // Its head may be sent already. Before Node's own listener, which gives the next response its turn.
  answer.prependOnceListener('finish', () => socket.destroySoon());
};
