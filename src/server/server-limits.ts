import type { Server, ServerOptions } from 'node:http';

/** Bytes of the head of a request: the longest address, and as much again for its headers. */
export const MAX_HEAD_BYTES = 16_384;

/**
 * What a connection may take before and between requests. Each bounds what one caller can hold for nothing: a slow sender costs a
 * socket and a parser for as long as it is let.
 */
const LIMITS = {
  maxHeaderSize: MAX_HEAD_BYTES,
  /** Any number that fits: by itself Node drops those beyond a thousand (20) or refuses more than some six hundred (22 on). */
  maxHeadersCount: 0,
  /** Refused by `refuseUnfit`, with a problem: Node answers a bare status. */
  requireHostHeader: false,
  /** From the first byte of a connection, or of a request, to the end of its head: one packet, for those who mean it. */
  headersTimeout: 10_000,
  /** To the end of its body: a megabyte at 35 kB/s. */
  requestTimeout: 30_000,
  /** Longer than the minute after which load balancers commonly drop a quiet connection, so that they are the ones to close it. */
  keepAliveTimeout: 65_000,
  /** How often the two timeouts above are looked at; the 30 s of Node would let the first of them run to 40. */
  connectionsCheckingInterval: 2000,
} satisfies ServerOptions & Pick<Server, 'maxHeadersCount'>;

/** Sets them where Node keeps its options: Nest makes the server, and takes none for it. Before the server listens. */
export const limitServer = (server: Server): Server => Object.assign(server, LIMITS);
