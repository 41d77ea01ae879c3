import type { OutgoingHttpHeaders, RequestListener } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** What a fake upstream can answer. */

export const bytes =
  (body: Uint8Array | string, headers: OutgoingHttpHeaders = {}, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
  };

export const json = (body: unknown, headers: OutgoingHttpHeaders = {}): RequestListener =>
  bytes(JSON.stringify(body), headers);

/** JSON with an ETag, and 304 to whoever has it already. */
export const tagged =
  (body: unknown, etag: string, headers: OutgoingHttpHeaders = {}): RequestListener =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { ETag: etag, ...headers }).end();
    else json(body, { ETag: etag, ...headers })(request, response);
  };

/** JSON that is compressed, though nobody asked for that. */
export const gzipped = (body: unknown): RequestListener =>
  bytes(gzipSync(JSON.stringify(body)), { 'Content-Encoding': 'gzip' });

/** The answer that `later` gives, once the upstream has taken its time. */
export const slow =
  (ms: number, later: RequestListener): RequestListener =>
  async (request, response) => {
    await delay(ms);
    later(request, response);
  };

/** The answer that `later` gives, once this has happened. */
export const after =
  (event: Promise<unknown>, later: RequestListener): RequestListener =>
  async (request, response) => {
    await event;
    later(request, response);
  };

export const status = (code: number, headers: OutgoingHttpHeaders = {}): RequestListener =>
  bytes('<Error/>', { 'Content-Type': 'application/xml', ...headers }, code);

/** Closes the connection without a word. */
export const dropped: RequestListener = (request) => {
  request.socket.destroy();
};

/** Resets the connection, as a crash does: a RST, where `dropped` sends a FIN. */
export const reset: RequestListener = (request) => {
  request.socket.resetAndDestroy();
};

/** Says this on the bare socket, HTTP or not, and closes it. */
export const raw =
  (speech: string): RequestListener =>
  (request) => {
    request.socket.end(speech);
  };

/** Says this on the bare socket, and keeps it open. */
export const said =
  (speech: string): RequestListener =>
  (request) => {
    request.socket.write(speech);
  };

/** Never answers. */
export const silent: RequestListener = () => undefined;

/** Sends a byte of white space every few milliseconds for as long as it is listened to. */
export const trickling: RequestListener = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const drip = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(drip));
};

/** Announces the whole body and closes the connection half way. */
export const cutShort =
  (body: unknown): RequestListener =>
  (_request, response) => {
    const whole = JSON.stringify(body);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': whole.length });
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  };

/** Sends the whole body in a chunk, and closes the connection before the chunk that would say that it is whole. */
export const cutBeforeLastChunk =
  (body: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write(JSON.stringify(body), () => response.destroy());
  };

/** Announces the whole body, sends half of it, and falls silent. */
export const stalled =
  (body: unknown): RequestListener =>
  (_request, response) => {
    const whole = JSON.stringify(body);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': whole.length });
    response.write(whole.slice(0, whole.length / 2));
  };

/** Sends white space as fast as it is read, for as long as it is listened to. */
export const endless: RequestListener = (_request, response) => {
  const spaces = ' '.repeat(16_384);
  const send = (): void => {
    while (response.write(spaces));
  };
  response.writeHead(200, { 'Content-Type': 'application/json' }).on('drain', send);
  send();
};
