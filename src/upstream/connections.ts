import { Agent as HttpAgent, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/**
 * The value that axios sets on the socket for each call. Node makes no system call to set the same
 * value again.
 */
const TCP_KEEP_ALIVE_MS = 60_000;
/**
 * Time after which an idle connection is closed. An agent without a `timeout` would ignore the
 * server's `Keep-Alive`.
 */
const IDLE_MS = 60_000;

/** For requests over a reused connection: the bytes that it had received before. */
const receivedBefore = new WeakMap<ClientRequest, number>();

/**
 * Makes `agent` record what a reused connection has received before, for
 * {@link isUnansweredOnReused}.
 */
const trackReceivedBytes = <AnyAgent extends HttpAgent>(agent: AnyAgent): AnyAgent => {
  const reuse = agent.reuseSocket.bind(agent);
  agent.reuseSocket = (socket, request) => {
    if ('bytesRead' in socket) receivedBefore.set(request, Number(socket.bytesRead));
    reuse(socket, request);
  };
  return agent;
};

/** The agents that connect to the upstream, each with at most `maxSockets` connections at once. */
export class UpstreamConnections {
  /** Keeps connections for later calls. */
  readonly pooled: Agents;
  /** Opens a new connection for each call. */
  readonly unpooled: Agents;

  constructor(maxSockets: number) {
    const keepAlive = { keepAlive: true, keepAliveMsecs: TCP_KEEP_ALIVE_MS, timeout: IDLE_MS, maxSockets };
    this.pooled = {
      httpAgent: trackReceivedBytes(new HttpAgent(keepAlive)),
      httpsAgent: trackReceivedBytes(new HttpsAgent(keepAlive)),
    };
    this.unpooled = { httpAgent: new HttpAgent({ maxSockets }), httpsAgent: new HttpsAgent({ maxSockets }) };
  }

  /**
   * Closes the connections that no call uses. Called when one of them turns out to be dead, because
   * the others may be too.
   */
  closeIdle(): void {
    for (const { freeSockets } of [this.pooled.httpAgent, this.pooled.httpsAgent]) {
      for (const socket of Object.values(freeSockets).flatMap((sockets) => sockets ?? [])) socket.destroy();
    }
  }
}

/**
 * Whether the request went over a reused connection and received no byte of an answer. Its failure
 * then says nothing about the upstream, which may never have received the request (RFC 9112,
 * 9.3.1).
 */
export const isUnansweredOnReused = (request: ClientRequest | undefined): boolean =>
  request?.reusedSocket === true && request.socket?.bytesRead === receivedBefore.get(request);
