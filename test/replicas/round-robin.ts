import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long each replica has for an answer before the next is asked; the second time, for what only a busy machine needs. */
const PATIENCE_MS = [2000, 20_000];

/**
 * A proxy that asks the replicas in turn, and the next one where a replica does not answer, as nginx
 * and HAProxy do for requests that may be repeated.
 */
export class RoundRobin {
  private turn = 0;

  private constructor(
    private readonly server: Server,
    private readonly addresses: () => readonly string[],
  ) {
    server.on('request', ({ url = '' }, response) => void this.forward(url, response));
  }

  /** `addresses`: the base URLs of the replicas that are there now. */
  static async start(addresses: () => readonly string[]): Promise<RoundRobin> {
    const proxy = new RoundRobin(createServer(), addresses);
    await once(proxy.server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await once(this.server.close(), 'close');
  }

  private async forward(path: string, response: ServerResponse): Promise<void> {
    for (const patienceMs of PATIENCE_MS)
      for (const address of this.inTurn()) {
        const answer = await ask(`${address}${path}`, patienceMs);
        if (!answer) continue;
        response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
        return;
      }
    response.writeHead(502).end();
  }

  private inTurn(): readonly string[] {
    const addresses = this.addresses();
    this.turn += 1;
    const first = this.turn % Math.max(addresses.length, 1);
    return [...addresses.slice(first), ...addresses.slice(0, first)];
  }
}

/** Undefined if no whole answer comes in time. */
const ask = async (url: string, patienceMs: number): Promise<{ status: number; body: Buffer } | undefined> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
  } catch {
    return undefined;
  }
};
