import { once } from 'node:events';
import { get as request, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect } from '@jest/globals';
import type { TestedService } from './use-service.js';
import { portOf } from './raw-http.js';

type Headers = Readonly<Record<string, string>>;

/** Asks and takes the bytes as they are sent: no encoding is asked for but by `headers`, and none is undone. */
export const getUndecoded = async ({ app }: TestedService, path: string, headers: Headers = {}) => {
  const asked = request({ port: portOf(app), path, headers, agent: false });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { response, etag: String(response.headers['etag']), body: await buffer(response) };
};

/** Asks for what `etag` names, under an encoding and without one, and expects no more than the confirmation. */
export const expectConfirmed = async (edge: TestedService, path: string, etag: string): Promise<void> => {
  for (const accepts of ['gzip', 'identity']) {
    const { response, body } = await getUndecoded(edge, path, { 'Accept-Encoding': accepts, 'If-None-Match': etag });
    expect({ status: response.statusCode, etag: response.headers['etag'], bytes: body.length }).toEqual({
      status: 304,
      etag,
      bytes: 0,
    });
  }
};
