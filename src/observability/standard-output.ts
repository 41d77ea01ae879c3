import { constants, fstatSync, openSync, writeSync } from 'node:fs';

const STDOUT = 1;
/** On Linux, opening this makes a description of its own, whose flags no other process changes. */
const STDOUT_PATH = '/proc/self/fd/1';

/**
 * Returns a function that writes to standard output without waiting, and returns how many bytes were taken. It throws
 * `EAGAIN` where a pipe, a socket or a terminal takes no more, and the code of any other failure.
 */
export const standardOutput = (): ((chunk: Uint8Array) => number) => {
  const descriptor = openNonBlocking();
  return (chunk) => writeSync(descriptor, chunk);
};

/** A file is left as it is: it does not stall, and a second description would have an offset of its own. */
const openNonBlocking = (): number => {
  // Reading this makes Node's own stream, which puts a pipe or a socket in non-blocking mode, but a terminal in blocking mode.
  const { isTTY } = process.stdout;
  if (!isTTY && !fstatSync(STDOUT).isFIFO()) return STDOUT;
  try {
    return openSync(STDOUT_PATH, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    // Not Linux, a pipe of another user, or one without a reader.
    return STDOUT;
  }
};
