import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { HttpModuleOptions } from '@nestjs/axios';
import type { AxiosAdapter } from 'axios';
import type { UpstreamSettings } from '../../config/settings.js';

/** A body, or the confirmation of one. */
export const isSuccess = (status: number): boolean => status === 200 || status === 304;

/** As long as axios says for each call: a socket that is told the same again asks the system nothing. */
const KEPT_ALIVE = { keepAlive: true, keepAliveMsecs: 60_000 };

/**
 * How the upstream is asked. Bodies arrive as bytes: axios would take malformed JSON for a string and invalid UTF-8 for
 * U+FFFD, and both would change the bill. Redirects are answers that the upstream does not have, not orders to follow.
 */
export const httpOptions = (settings: UpstreamSettings, adapter: AxiosAdapter): HttpModuleOptions => ({
  baseURL: settings.baseUrl,
  adapter,
  httpAgent: new HttpAgent(KEPT_ALIVE),
  httpsAgent: new HttpsAgent(KEPT_ALIVE),
  headers: { Accept: 'application/json', 'Accept-Encoding': 'identity' },
  maxContentLength: settings.maxBytes,
  maxRedirects: 0,
  proxy: false,
  responseType: 'arraybuffer',
  validateStatus: isSuccess,
});
