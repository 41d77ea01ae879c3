import { type AddressInfo, connect } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';

export const portOf = (app: NestExpressApplication): number => (app.getHttpServer().address() as AddressInfo).port;

/** A GET as it goes over the wire; the service closes the connection after it. */
export const rawGet = (path: string, ...headers: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: service.test', 'Connection: close', ...headers, '', ''].join('\r\n');

/**
 * Sends these bytes, which no HTTP client would, and resolves with all that came back by the time the service had closed
 * the connection. That it may do so while bytes of ours are under way is no failure.
 */
export const converse = async (port: number, bytes: string | Uint8Array): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1').write(bytes);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk;
  });
  await new Promise<void>((resolve) => {
    socket.on('error', () => undefined).on('close', () => resolve());
  });
  return received;
};
