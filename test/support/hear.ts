import { once } from 'node:events';
import { type IncomingMessage, request, type RequestOptions } from 'node:http';
import { text } from 'node:stream/consumers';
import type { HeardAnswer } from './safety.js';

/** Asks with this path to the letter, which clients that know better would mend, and hears the whole answer. */
export const hear = async (options: RequestOptions, body?: string): Promise<HeardAnswer> => {
  const asking = request({ host: '127.0.0.1', ...options });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) };
};
