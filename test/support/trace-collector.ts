import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';

/** A span as it goes over the wire, its attributes by their names. */
export interface CollectedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly status: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface WireAttribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

type WireSpan = Omit<CollectedSpan, 'attributes'> & { readonly attributes: readonly WireAttribute[] };

interface WireBody {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly WireAttribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[];
  }[];
}

/** A collector of traces on a real socket: OTLP over HTTP, as JSON. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = [];
  resource: CollectedSpan['attributes'] = {};
  /** Where exports came to, and with which headers. */
  readonly asked: { readonly path: string | undefined; readonly headers: IncomingHttpHeaders }[] = [];
  status = 200;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => void this.collect(request, response));
  }

  static async start(): Promise<TraceCollector> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TraceCollector(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async collect(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: path, headers } = request;
    this.asked.push({ path, headers });
    const { resourceSpans } = (await readJson(request)) as WireBody;
    for (const { resource, scopeSpans } of resourceSpans) {
      this.resource = byName(resource.attributes);
      for (const { spans } of scopeSpans) this.spans.push(...spans.map(collected));
    }
    response.writeHead(this.status, { 'Content-Type': 'application/json' }).end('{}');
  }

  /** The one span of this name. */
  span(name: string): CollectedSpan {
    const [span, ...more] = this.spans.filter((each) => each.name === name);
    if (!span || more.length > 0) throw new Error(`not one span is called ${name}: ${JSON.stringify(this.spans)}`);
    return span;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

const collected = ({ name, kind, traceId, spanId, parentSpanId, status, attributes }: WireSpan): CollectedSpan => ({
  name,
  kind,
  traceId,
  spanId,
  parentSpanId,
  status,
  attributes: byName(attributes),
});

const byName = (attributes: readonly WireAttribute[]): CollectedSpan['attributes'] =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
