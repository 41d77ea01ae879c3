import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const MESSAGES = '/messages/current-period';

export interface AskedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * An upstream on a real socket that answers as it is told: `upstream.on(MESSAGES, status(503), json(period))` fails once and
 * then serves the period for good. A path that nothing was said of is a 404, as it is upstream.
 */
export class FakeUpstream {
  readonly asked: AskedRequest[] = [];
  private readonly answers = new Map<string, RequestListener[]>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const { url = '', headers } = request;
      this.asked.push({ path: url, headers });
      const [answer, ...later] = this.answers.get(url) ?? [];
      if (later.length > 0) this.answers.set(url, later);
      if (answer) answer(request, response);
      else response.writeHead(404, { 'Content-Type': 'application/xml' }).end('<Error><Code>BlobNotFound</Code></Error>');
    });
  }

  static async start(): Promise<FakeUpstream> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FakeUpstream(server);
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers requests for `path` with these in turn; the last one stays. */
  on(path: string, ...answers: RequestListener[]): this {
    this.answers.set(path, answers);
    return this;
  }

  /** Forgets everything it was told and asked. */
  reset(): void {
    this.answers.clear();
    this.asked.length = 0;
  }

  timesAsked(path: string): number {
    return this.asked.filter((request) => request.path === path).length;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
