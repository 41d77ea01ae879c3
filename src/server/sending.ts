import type { Socket } from 'node:net';

/** Node counts what it gave the system on the socket's handle, undocumented; a partly taken write shows nowhere else. */
interface SendingSocket extends Socket {
  readonly _handle?: { readonly bytesWritten: number; readonly writeQueueSize: number } | null;
}

/** How many bytes of its answers the system has taken from `socket`, all told: so far its client reads. */
export const bytesTaken = ({ _handle: handle }: SendingSocket): number =>
  handle ? handle.bytesWritten - handle.writeQueueSize : 0;

/** Whether `socket` has bytes of an answer that its client does not make room for. */
export const isWaitingForReader = (socket: Socket): boolean => !socket.destroyed && socket.writableLength > 0;
