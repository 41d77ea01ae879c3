import type { Socket } from 'node:net';

/**
 * Node keeps the parser of a connection on its socket, undocumented, and calls `onIncoming` for
 * each request that begins.
 */
interface ParsedSocket extends Socket {
  readonly parser?: { onIncoming: () => number } | null;
}

const CONTINUE_PARSING = 0;

/**
 * Stops reading from `socket` for good. A pause is not enough: Node resumes a socket at the end of
 * each request, when it drains, and to read a body. Node also parses everything it has already
 * read, and 64 KiB hold 2,500 requests, which take 10 MB once each has a response; with
 * `onIncoming` replaced they are garbage at once.
 */
export const stopReading = (socket: ParsedSocket): void => {
  socket.pause();
  socket.resume = () => socket;
  if (socket.parser) socket.parser.onIncoming = () => CONTINUE_PARSING;
};
