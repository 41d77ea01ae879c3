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
  /** Paths whose asker went away, or was sent away, before the answer was whole. */
  readonly brokenOff: string[] = [];
  /** The most requests that were in hand at once. */
  mostAtOnce = 0;
  private inHand = 0;
  private readonly answers = new Map<string, RequestListener[]>();

  private constructor(private readonly server: Server) {
    server.setMaxListeners(0);
    server.on('request', (request, response) => {
      const { url = '', headers } = request;
      this.asked.push({ path: url, headers });
      this.inHand += 1;
      this.mostAtOnce = Math.max(this.mostAtOnce, this.inHand);
      this.server.emit('asked');
      response.once('close', () => {
        this.inHand -= 1;
        if (!response.writableFinished) this.brokenOff.push(url);
        this.server.emit('answered');
      });
      const [answer, ...later] = this.answers.get(url) ?? [];
      if (later.length > 0) this.answers.set(url, later);
      if (answer) answer(request, response);
      else
        response.writeHead(404, { 'Content-Type': 'application/xml' }).end('<Error><Code>BlobNotFound</Code></Error>');
    });
  }

  static async start(port = 0): Promise<FakeUpstream> {
    const upstream = new FakeUpstream(createServer());
    await upstream.listen(port);
    return upstream;
  }

  /** Takes connections: at first, or again after a stop. */
  async listen(port: number): Promise<void> {
    await once(this.server.listen(port, '127.0.0.1'), 'listening');
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
    this.brokenOff.length = 0;
    this.mostAtOnce = this.inHand;
  }

  timesAsked(path: string): number {
    return this.asked.filter((request) => request.path === path).length;
  }

  /** What the requests for `path` carried in `header`, in their order. */
  sent(path: string, header: string): unknown[] {
    return this.asked.filter((request) => request.path === path).map(({ headers }) => headers[header]);
  }

  /** Resolves once `count` requests are, or have been, in hand at the same time. */
  async crowded(count: number): Promise<void> {
    while (this.mostAtOnce < count) await once(this.server, 'asked');
  }

  /** Resolves when no request is in hand any more, answered or broken off. */
  async idle(): Promise<void> {
    while (this.inHand > 0) await once(this.server, 'answered');
  }

  /** Closes the connections that nobody asks anything over, as a server does after a while. */
  hangUp(): void {
    this.server.closeIdleConnections();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
