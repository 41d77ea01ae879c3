import type { ClientRequest } from 'node:http';
import type { Readable } from 'node:stream';
import type { AxiosResponse } from 'axios';

/** More than an error page has. Beyond that, a new connection costs less than reading on. */
const MAX_BYTES = 65_536;
const MAX_MS = 1000;

/**
 * Reads and drops the body of a response, so that its connection can serve the next call. Closes
 * the connection instead if the body exceeds {@link MAX_BYTES} or takes longer than {@link MAX_MS}.
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
