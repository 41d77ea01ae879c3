import type { Socket } from 'node:net';

/** Node keeps the parser of a connection on its socket, undocumented, and gives it each request that begins. */
interface ParsedSocket extends Socket {
  readonly parser?: { onIncoming: () => number } | null;
}

const GO_ON_PARSING = 0;

/**
 * Reads nothing more from `socket`, for good. To pause it is not enough: Node resumes a socket at the end of each request,
 * when it drains, and to read a body. It also parses what it has read to the end: 64 KiB hold 2,500 requests, which take
 * 10 MB once each has a response; here they are garbage at once.
 */
export const stopReading = (socket: ParsedSocket): void => {
  socket.pause();
  socket.resume = () => socket;
  if (socket.parser) socket.parser.onIncoming = () => GO_ON_PARSING;
};
