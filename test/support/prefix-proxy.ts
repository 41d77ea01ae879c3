import { once } from 'node:events';
import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PrefixProxy {
  /** Of the prefix, without a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A proxy that has the service at `target` below `prefix`, such as `/copilot`, and nothing beside it. */
export const startPrefixProxy = async (target: string, prefix: string): Promise<PrefixProxy> => {
  const server = createServer(passingOn(target, prefix));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    stop: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
};

const passingOn =
  (target: string, prefix: string): RequestListener =>
  (asked, answer) => {
    const { url = '', method, headers } = asked;
    if (!url.startsWith(`${prefix}/`)) {
      answer.writeHead(404, { 'Content-Type': 'text/plain' }).end(`${url} is not below ${prefix}`);
      return;
    }
    const passed = request(`${target}${url.slice(prefix.length)}`, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  };
