import type { Server, ServerOptions } from 'node:http';

/**
 * Maximum bytes of request line and headers: the longest URL, and as much again for the headers.
 */
export const MAX_HEAD_BYTES = 16_384;

/**
 * Bounds what one client can hold without a request: a slow sender occupies a socket and a parser
 * for as long as it may.
 */
const LIMITS = {
  maxHeaderSize: MAX_HEAD_BYTES,
  /**
   * Any number that fits. Node's default drops headers beyond a thousand (20), or refuses more than
   * about 600 (22 and later).
   */
  maxHeadersCount: 0,
  /** `refuseUnfit` refuses a missing `Host` with problem details; Node would send a bare status. */
  requireHostHeader: false,
  /**
   * From the first byte of a connection or request to the end of its head; well-behaved clients
   * send it in one packet.
   */
  headersTimeout: 10_000,
  /** From the first byte of a request to the end of its body: a megabyte at 35 kB/s. */
  requestTimeout: 30_000,
  /**
   * Longer than the minute after which load balancers commonly close an idle connection, so that
   * they close it, not we.
   */
  keepAliveTimeout: 65_000,
  /**
   * How often Node checks the two request timeouts; its default of 30 s would stretch
   * `headersTimeout` to 40 s.
   */
  connectionsCheckingInterval: 2000,
} satisfies ServerOptions & Pick<Server, 'maxHeadersCount'>;

/**
 * Applies the limits to `server` where Node keeps them, since Nest creates the server without
 * options. Call it before `listen`.
 */
export const limitServer = (server: Server): Server => Object.assign(server, LIMITS);
