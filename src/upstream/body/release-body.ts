import type { ClientRequest } from 'node:http';
import type { Readable } from 'node:stream';
import type { AxiosResponse } from 'axios';

/** More than an error page has. To open a new connection costs less than to read on. */
const MAX_BYTES = 65_536;
const MAX_MS = 1000;

/**
 * Reads a body that says nothing more than its status, so that its connection serves the next call; not for long, and not much of it:
 * then the connection is closed.
 */
export const releaseBody = (response: AxiosResponse): void => {
  const body = response.data as Readable;
  const close = (): unknown => (response.request as ClientRequest).destroy();
  const timer = setTimeout(close, MAX_MS);
  let bytes = 0;
  body.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) close();
  });
  body.on('error', () => undefined);
  body.once('close', () => clearTimeout(timer));
};
