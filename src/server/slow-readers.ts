import type { Socket } from 'node:net';
import type { Request } from 'express';
import { callerKey } from '../http/edge/caller-key.js';
import { responseInFlight } from './response-in-flight.js';
import { bytesTaken, isWaitingForReader } from './sending.js';

/**
 * A client must read 240 bytes a second on average over 30 s: a byte now and then is not progress.
 */
const STALL_MS = 30_000;
const STALL_BYTES_MIN = 240 * (STALL_MS / 1000);

/** Responses of one caller that may wait longer than `LONG_WAIT_MS` for their client to read. */
const LONG_WAITS_MAX = 20;
const LONG_WAIT_MS = 5000;

/** A response that waits for its client to read. Times are milliseconds of the monotonic clock. */
interface Wait {
  readonly since: number;
  readonly takenBefore: number;
  /** When the client had last read enough, and the bytes taken by then. */
  progress: { readonly at: number; readonly taken: number };
}

export interface DroppedReader {
  readonly reason: string;
  /**
   * The id of the request; absent when its response had already ended, or no request was received.
   */
  readonly requestId?: string;
}

/**
 * Closes connections whose clients do not read their responses: those that took fewer than 7,200
 * bytes in 30 s, and of the responses of one caller that have waited over 5 s, the slowest beyond
 * 20. The slowest, not the newest, so that a stalled client cannot displace one that reads. Acts
 * only when {@link dropSlow} is called, which must be about once a second.
 */
export class SlowReaders {
  private readonly waits = new WeakMap<Socket, Wait>();

  constructor(
    private readonly sockets: Iterable<Socket>,
    private readonly report: (dropped: DroppedReader) => void,
  ) {}

  /** Checks every connection, closes those of slow readers and reports each. */
  dropSlow(): void {
    const now = performance.now();
    const longWaits = new Map<string, Socket[]>();
    for (const socket of this.sockets) {
      const wait = this.updateWait(socket, now);
      if (wait === undefined) continue;
      if (now - wait.progress.at >= STALL_MS) this.drop(socket, 'read fewer than 240 bytes a second for 30 s');
      else if (now - wait.since > LONG_WAIT_MS) appendTo(longWaits, callerOf(socket), socket);
    }
    for (const sockets of longWaits.values()) this.dropSlowest(sockets, now);
  }

  private updateWait(socket: Socket, now: number): Wait | undefined {
    if (!isWaitingForReader(socket)) {
      this.waits.delete(socket);
      return undefined;
    }
    const taken = bytesTaken(socket);
    const wait = this.waits.get(socket) ?? { since: now, takenBefore: taken, progress: { at: now, taken } };
    if (taken - wait.progress.taken >= STALL_BYTES_MIN) wait.progress = { at: now, taken };
    this.waits.set(socket, wait);
    return wait;
  }

  private dropSlowest(sockets: readonly Socket[], now: number): void {
    if (sockets.length <= LONG_WAITS_MAX) return;
    const slowestFirst = sockets.toSorted((one, other) => this.bytesPerMs(one, now) - this.bytesPerMs(other, now));
    for (const socket of slowestFirst.slice(0, sockets.length - LONG_WAITS_MAX)) {
      this.drop(socket, `more than ${LONG_WAITS_MAX} responses to one caller waited to be read`);
    }
  }

  /** Bytes a millisecond that the client has read since its response began to wait. */
  private bytesPerMs(socket: Socket, now: number): number {
    const wait = this.waits.get(socket);
    return wait ? (bytesTaken(socket) - wait.takenBefore) / (now - wait.since) : Infinity;
  }

  private drop(socket: Socket, reason: string): void {
    const request = requestOf(socket);
    this.report({ reason, ...(request && { requestId: request.id }) });
    socket.destroy();
  }
}

const requestOf = (socket: Socket): Request | undefined => responseInFlight(socket)?.req as Request | undefined;

const callerOf = (socket: Socket): string => {
  const request = requestOf(socket);
  return request ? callerKey(request) : `address ${socket.remoteAddress}`;
};

const appendTo = <Item>(lists: Map<string, Item[]>, name: string, item: Item): void => {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
};
