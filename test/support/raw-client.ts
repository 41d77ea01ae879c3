import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection of a client that HTTP libraries would not make: it pipelines, resets, half-closes, and reads when told. */
export class RawClient {
  received = '';
  readonly closed: Promise<unknown>;
  readonly socket: Socket;

  constructor(port: number, { isReading = true } = {}) {
    this.socket = connect(port, '127.0.0.1').setEncoding('latin1');
    this.socket.on('error', () => undefined);
    this.closed = once(this.socket, 'close');
    if (isReading) this.read();
  }

  write(bytes: string): this {
    this.socket.write(bytes);
    return this;
  }

  read(): this {
    this.socket.on('data', (chunk) => {
      this.received += String(chunk);
    });
    return this;
  }

  /** Reads at least `bytes` bytes, then stops reading. */
  async readSome(bytes: number): Promise<void> {
    for (let left = bytes; left > 0;) {
      this.socket.resume();
      const [chunk] = (await once(this.socket, 'data')) as [string];
      this.socket.pause();
      left -= chunk.length;
    }
  }

  /** Closes with an RST, as a client does that crashes (SO_LINGER 0). */
  async reset(): Promise<void> {
    this.socket.resetAndDestroy();
    await this.closed;
  }
}
