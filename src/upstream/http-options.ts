import type { HttpModuleOptions } from '@nestjs/axios';
import type { AxiosAdapter } from 'axios';
import type { UpstreamSettings } from '../config/settings.js';
import type { UpstreamConnections } from './connections.js';

/** A body, or the confirmation of one. */
export const isSuccess = (status: number): boolean => status === 200 || status === 304;

/**
 * How the upstream is asked. Bodies arrive as streams of bytes: axios would take malformed JSON for a string and invalid UTF-8 for
 * U+FFFD, and both would change the bill. Redirects are answers that the upstream does not have, not orders to follow.
 */
export const httpOptions = (
  settings: UpstreamSettings,
  { pooled }: UpstreamConnections,
  adapter: AxiosAdapter,
): HttpModuleOptions => ({
  baseURL: settings.baseUrl,
  adapter,
  ...pooled,
  headers: { Accept: 'application/json', 'Accept-Encoding': 'identity' },
  // What is read of a body bounds it.
  maxContentLength: -1,
  maxRedirects: 0,
  proxy: false,
  responseType: 'stream',
  validateStatus: isSuccess,
});
