import type { HttpModuleOptions } from '@nestjs/axios';
import type { AxiosAdapter } from 'axios';
import type { UpstreamConnections } from './connections.js';

/** Whether a status comes with a body (200) or confirms a known body (304). */
export const isSuccess = (status: number): boolean => status === 200 || status === 304;

/**
 * The axios configuration for upstream calls. Bodies arrive as streams of bytes: axios would read
 * malformed JSON as a string and invalid UTF-8 as U+FFFD, and both would change the bill. Redirects
 * break the contract and are not followed.
 */
export const httpOptions = (
  baseURL: string,
  { pooled }: UpstreamConnections,
  adapter: AxiosAdapter,
): HttpModuleOptions => ({
  baseURL,
  adapter,
  ...pooled,
  headers: { Accept: 'application/json', 'Accept-Encoding': 'identity' },
  // `readStream` bounds the body.
  maxContentLength: -1,
  maxRedirects: 0,
  proxy: false,
  responseType: 'stream',
  validateStatus: isSuccess,
});
