import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { HttpModuleOptions } from '@nestjs/axios';
import type { AxiosAdapter } from 'axios';
import type { UpstreamSettings } from '../../config/settings.js';

/**
 * How the upstream is asked. Bodies arrive as bytes: axios would take malformed JSON for a string and invalid UTF-8 for
 * U+FFFD, and both would change the bill. Redirects are answers that the upstream does not have, not orders to follow.
 */
export const httpOptions = (settings: UpstreamSettings, adapter: AxiosAdapter): HttpModuleOptions => ({
  baseURL: settings.baseUrl,
  adapter,
  httpAgent: new HttpAgent({ keepAlive: true }),
  httpsAgent: new HttpsAgent({ keepAlive: true }),
  headers: { Accept: 'application/json', 'Accept-Encoding': 'identity' },
  maxContentLength: settings.maxBytes,
  maxRedirects: 0,
  proxy: false,
  responseType: 'arraybuffer',
  validateStatus: (status) => status === 200 || status === 304,
});
