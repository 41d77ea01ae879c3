import type { Socket } from 'node:net';

/**
 * Node counts the bytes handed to the system on the socket's undocumented handle; a partial write
 * shows nowhere else.
 */
interface SendingSocket extends Socket {
  readonly _handle?: { readonly bytesWritten: number; readonly writeQueueSize: number } | null;
}

/**
 * Bytes that the system has taken from `socket` since it was opened, which is as far as the client
 * can have read.
 */
export const bytesTaken = ({ _handle: handle }: SendingSocket): number =>
  handle ? handle.bytesWritten - handle.writeQueueSize : 0;

/** Whether `socket` holds bytes of a response that wait for the client to read. */
export const isWaitingForReader = (socket: Socket): boolean => !socket.destroyed && socket.writableLength > 0;
