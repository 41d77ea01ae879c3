import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The network between one replica and Postgres. While it is cut, nothing arrives and nobody is told. */
export class CutLine {
  private isCut = false;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(toPort: number): Promise<CutLine> {
    const line = new CutLine(createServer());
    line.server.on('connection', (near) => line.join(near, connect(toPort, '127.0.0.1')));
    await once(line.server.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** What was sent meanwhile is lost, and with it every connection. */
  mend(): void {
    this.isCut = false;
    for (const socket of this.sockets) socket.destroy();
  }

  stop(): void {
    this.server.close();
    this.mend();
  }

  private join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        // A connection that ends beyond a cut looks alive from here.
        if (!this.isCut) to.destroy();
      });
      if (this.isCut) from.pause();
    }
  }
}
