import { connect, type Socket } from 'node:net';
import { AnswerReader } from './answer-reader.js';

const READ_BUFFER_BYTES = 65_536;

/**
 * One connection that asks for a path, reads the answer, and asks again. It is on the socket itself so that it costs less than
 * any server does: a loader that needs more CPU than a raw server makes that server look slow, and all beside it fast.
 */
export class Connection {
  sent = 0;
  private asked = 0;
  private readonly request: Buffer;
  private readonly socket: Socket;
  private readonly reader = new AnswerReader();

  /** `answered` hears the milliseconds of each answer; `failed` that the connection broke, or why an answer is none. */
  constructor(
    { hostname, port, host, pathname }: URL,
    private readonly answered: (ms: number) => void,
    private readonly failed: (reason: unknown) => void,
  ) {
    this.request = Buffer.from(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    const onread = {
      // One buffer for all that is read, not one for each piece.
      buffer: Buffer.alloc(READ_BUFFER_BYTES),
      callback: (bytes: number, buffer: Uint8Array): boolean => this.read(Buffer.from(buffer.buffer, 0, bytes)),
    };
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true, onread }, () => this.ask());
    this.socket.on('error', failed).on('end', () => failed(new Error(`${host} has closed a connection under load`)));
  }

  close(): void {
    this.socket.removeAllListeners('end').destroy();
  }

  private ask(): void {
    this.sent += 1;
    this.asked = performance.now();
    this.socket.write(this.request);
  }

  private read(piece: Buffer): boolean {
    try {
      if (this.reader.endsWith(piece)) {
        this.answered(performance.now() - this.asked);
        this.ask();
      }
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }
}
