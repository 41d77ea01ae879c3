import type { OutgoingHttpHeaders, RequestListener } from 'node:http';

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
  (body: unknown, etag: string): RequestListener =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { ETag: etag }).end();
    else response.writeHead(200, { 'Content-Type': 'application/json', ETag: etag }).end(JSON.stringify(body));
  };

export const status = (code: number, headers: OutgoingHttpHeaders = {}): RequestListener =>
  bytes('<Error/>', { 'Content-Type': 'application/xml', ...headers }, code);

/** Closes the connection without a word. */
export const dropped: RequestListener = (request) => {
  request.socket.destroy();
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
