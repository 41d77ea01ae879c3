import { constants, fstatSync, openSync, writeSync } from 'node:fs';

const STDOUT = 1;
/**
 * On Linux, opening this path creates a new file description, whose flags no other process shares.
 */
const STDOUT_PATH = '/proc/self/fd/1';

/**
 * Returns a function that writes to standard output without waiting and returns how many bytes were
 * taken. It throws an error with the code `EAGAIN` while a pipe, a socket or a terminal is full,
 * and with the system's code for other failures.
 */
export const openStandardOutput = (): ((chunk: Uint8Array) => number) => {
  const descriptor = openNonBlocking();
  return (chunk) => writeSync(descriptor, chunk);
};

/**
 * Files keep descriptor 1: they do not stall, and a second description would have a separate
 * offset.
 */
const openNonBlocking = (): number => {
  // Reading `isTTY` creates Node's stream, which sets pipes and sockets to non-blocking mode but
  // terminals to blocking mode.
  const { isTTY } = process.stdout;
  if (!isTTY && !fstatSync(STDOUT).isFIFO()) return STDOUT;
  try {
    return openSync(STDOUT_PATH, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    // Not Linux, or a pipe that belongs to another user or has no reader.
    return STDOUT;
  }
};
