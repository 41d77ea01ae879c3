import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { offerTasks } from '../processes/tasks.js';
import { MESSAGES, messagesBody, type PeriodSpec, reportsOf } from './period.js';

/** Serves a made period as the real upstream does: static JSON, 304 where the asker has it already, 404 for a missing report. */

export interface Serving {
  readonly period: PeriodSpec;
  readonly latencyMs: number;
  /** Whether answers carry an ETag, and 304 is answered to one. */
  readonly etags: boolean;
}

interface File {
  readonly etag: string;
  readonly chunks: readonly Buffer[];
  readonly bytes: number;
}

const files = new Map<string, File>();
let latencyMs = 0;
let etags = true;
let calls = 0;

const fileOf = (chunks: readonly Buffer[], version: string): File => ({
  etag: `"${version}"`,
  chunks,
  bytes: chunks.reduce((sum, { length }) => sum + length, 0),
});

const serve = (serving: Serving): void => {
  ({ latencyMs, etags } = serving);
  files.clear();
  const { period } = serving;
  const version = `${period.seed}-${period.messages}`;
  const chunks = Array.from(messagesBody(period), (text) => Buffer.from(text));
  files.set(MESSAGES, fileOf(chunks, version));
  for (const report of reportsOf(period)) {
    files.set(`/reports/${report.id}`, fileOf([Buffer.from(JSON.stringify(report))], `${version}-${report.id}`));
  }
};

const answer = (url: string, knownEtag: string | undefined, response: ServerResponse): void => {
  const file = files.get(url);
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'application/xml' }).end('<Error><Code>BlobNotFound</Code></Error>');
  } else if (etags && knownEtag === file.etag) {
    response.writeHead(304, { ETag: file.etag }).end();
  } else {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': file.bytes };
    response.writeHead(200, etags ? { ...headers, ETag: file.etag } : headers);
    const [first, ...more] = file.chunks;
    if (more.length === 0) response.end(first);
    // An asker that leaves early breaks the pipe off, which is its own affair.
    else pipeline(Readable.from(file.chunks), response).catch(() => undefined);
  }
};

const listener: RequestListener = ({ url = '', headers }, response) => {
  calls += 1;
  const give = () => answer(url, headers['if-none-match'], response);
  if (latencyMs > 0) setTimeout(give, latencyMs);
  else give();
};

const server = createServer(listener).listen(0, '127.0.0.1');
// Longer than any pause between two rounds, so that no keep-alive connection is closed as it is used again.
server.keepAliveTimeout = 120_000;

const tasks = {
  url: async (): Promise<string> => {
    if (!server.listening) await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  serve,
  /** How many calls there were since the last time this was asked. */
  callsSince: (): number => {
    const since = calls;
    calls = 0;
    return since;
  },
};

export type UpstreamTasks = typeof tasks;

offerTasks(tasks);
