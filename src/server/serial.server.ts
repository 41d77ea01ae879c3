import { AsyncResource } from 'node:async_hooks';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { askToClose, responseInFlight } from './response-in-flight.js';
import { stopReading } from './stop-reading.js';

/**
 * Pipelined requests that may wait on a connection. RFC 9112 sets no limit; browsers and proxies do
 * not pipeline.
 */
const WAITING_MAX = 16;

/**
 * An HTTP server that handles the requests of a connection one at a time, and at most one in each
 * turn of the event loop. It emits `request` for a pipelined request only after the response before
 * it is sent, so that nothing is counted, opened or logged for a request that waits: if the
 * connection is lost, Node emits no `close` for the response of such a request. When more than 16
 * wait, it stops reading and closes the connection after the response in flight.
 */
export class SerialServer extends Server {
  /** The open connections. */
  readonly sockets = new Set<Socket>();
  private readonly waiting = new WeakMap<Socket, number>();
  /**
   * Connections that had a request dispatched in this turn: Node parses all requests of a packet in
   * one turn.
   */
  private readonly servedThisTurn = new Set<Socket>();

  override emit(event: string, ...args: unknown[]): boolean {
    if (event === 'request') return this.dispatch(...(args as [IncomingMessage, ServerResponse]));
    if (event === 'connection') this.trackConnection(args[0] as Socket);
    return super.emit(event, ...args);
  }

  private trackConnection(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private dispatch(request: IncomingMessage, response: ServerResponse): boolean {
    const { socket, headers } = request;
    // Node checks the transfer coding only after it has emitted the request, and may yet refuse it:
    // not answered in this turn.
    const isUnchecked = headers['transfer-encoding'] !== undefined;
    const mustWait = response.socket === null || isUnchecked || this.servedThisTurn.has(socket);
    if (mustWait) return this.dispatchLater(request, response);
    if (this.servedThisTurn.size === 0) setImmediate(() => this.servedThisTurn.clear());
    this.servedThisTurn.add(socket);
    return super.emit('request', request, response);
  }

  /**
   * Dispatches the request in the turn after Node gives its response the socket, which is once the
   * response before it is sent.
   */
  private dispatchLater(request: IncomingMessage, response: ServerResponse): true {
    const { socket } = request;
    const waiting = (this.waiting.get(socket) ?? 0) + 1;
    this.waiting.set(socket, waiting);
    if (waiting === WAITING_MAX + 1) closeAfterResponse(socket);
    if (waiting > WAITING_MAX) return true;
    // Bound to the context of the connection: in that of the request before it, its log lines would
    // carry that one's id.
    const emit = AsyncResource.bind(() => super.emit('request', request, response));
    const emitInTurn = () => {
      this.waiting.set(socket, (this.waiting.get(socket) ?? 1) - 1);
      // A connection that is lost or about to be closed takes no response.
      if (socket.writable) emit();
    };
    if (response.socket) setImmediate(emitInTurn);
    else response.once('socket', () => setImmediate(emitInTurn));
    return true;
  }
}

const closeAfterResponse = (socket: Socket): void => {
  stopReading(socket);
  const response = responseInFlight(socket);
  if (!response) return socket.destroySoon();
  askToClose(response);
  // The headers may be sent already, hence `destroySoon`; prepended, because Node's listener starts
  // the next response.
  response.prependOnceListener('finish', () => socket.destroySoon());
};
