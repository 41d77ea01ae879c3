import { Agent as HttpAgent, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/** As axios sets it for each call: setting the same value again costs no system call. */
const TCP_KEEP_ALIVE_MS = 60_000;
/** Idle connections are closed after this long. Only an agent with a limit honours a shorter `Keep-Alive: timeout`. */
const IDLE_MS = 60_000;

/** Bytes that a connection had received when it was reused for a request. */
const receivedBefore = new WeakMap<ClientRequest, number>();

/** Remembers how much a reused connection had received, so that it shows whether any of an answer has come. */
const remembering = <AnyAgent extends HttpAgent>(agent: AnyAgent): AnyAgent => {
  const reuse = agent.reuseSocket.bind(agent);
  agent.reuseSocket = (socket, request) => {
    if ('bytesRead' in socket) receivedBefore.set(request, Number(socket.bytesRead));
    reuse(socket, request);
  };
  return agent;
};

/**
 * The connections to the upstream, at most `maxSockets` at once. `pooled` keeps connections for the next call; `unpooled` opens
 * one for each.
 */
export class UpstreamConnections {
  readonly pooled: Agents;
  readonly unpooled: Agents;

  constructor(maxSockets: number) {
    const keepAlive = { keepAlive: true, keepAliveMsecs: TCP_KEEP_ALIVE_MS, timeout: IDLE_MS, maxSockets };
    this.pooled = {
      httpAgent: remembering(new HttpAgent(keepAlive)),
      httpsAgent: remembering(new HttpsAgent(keepAlive)),
    };
    this.unpooled = { httpAgent: new HttpAgent({ maxSockets }), httpsAgent: new HttpsAgent({ maxSockets }) };
  }

  /** Closes the connections that no call uses: once one of them has turned out to be dead, the others are suspect. */
  closeIdle(): void {
    for (const { freeSockets } of [this.pooled.httpAgent, this.pooled.httpsAgent]) {
      for (const socket of Object.values(freeSockets).flatMap((sockets) => sockets ?? [])) socket.destroy();
    }
  }
}

/**
 * Whether the request went over a reused connection on which no byte of an answer has come. Its failure then says nothing about
 * the upstream, which may never have seen it (RFC 9112, 9.3.1).
 */
export const isUnansweredOnReused = (request: ClientRequest | undefined): boolean =>
  request?.reusedSocket === true && request.socket?.bytesRead === receivedBefore.get(request);
