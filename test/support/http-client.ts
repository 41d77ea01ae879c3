import { once } from 'node:events';
import { type Agent, get as request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number | undefined;
  readonly body: unknown;
}

/** Asks and waits for the head of the answer; its body is not read yet. */
export const open = async (url: string, agent?: Agent): Promise<IncomingMessage> => {
  const [response] = (await once(request(url, { agent }), 'response')) as [IncomingMessage];
  return response;
};

export const read = async (response: IncomingMessage): Promise<Answer> => ({
  status: response.statusCode,
  body: JSON.parse(await text(response)),
});

export const get = async (url: string, agent?: Agent): Promise<Answer> => read(await open(url, agent));

/** Resolves once nobody takes a connection at the address of `url` any more. */
export const refused = async (url: string): Promise<void> => {
  const { hostname, port } = new URL(url);
  for (let taken = true; taken;) {
    const socket = connect(Number(port), hostname);
    taken = await new Promise((resolve) => {
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    socket.destroy();
  }
};
