import type { Socket } from 'node:net';
import type { Request } from 'express';
import { callerKey } from '../http/edge/caller-key.js';
import { answerUnderWay } from './answer-under-way.js';
import { bytesTaken, isWaitingForReader } from './sending.js';

/** A reader takes at least 240 bytes a second, counted over 30 s: a byte now and then is no progress. */
const STALL_MS = 30_000;
const LEAST_BYTES = 240 * (STALL_MS / 1000);

/** Answers of one caller that may have waited longer than this for their reader. */
const MOST_HELD = 20;
const HELD_MS = 5000;

/** An answer that waits for its reader. Times are of the monotonic clock. */
interface Wait {
  readonly since: number;
  readonly takenBefore: number;
  /** When the reader had last taken enough, and how much it had taken by then. */
  progress: { readonly at: number; readonly taken: number };
}

export interface DroppedReader {
  readonly reason: string;
  /** The id of the request; none where its answer is whole, or never was one. */
  readonly requestId?: string;
}

/**
 * Closes connections whose clients do not read their answers: those that took fewer than 7,200 bytes in 30 s, and of one
 * caller's the slowest beyond 20 that have waited over 5 s. The slowest, not the newest: a stalled one gives way to one that
 * reads. Nothing but {@link look} does anything; it is called each second.
 */
export class SlowReaders {
  private readonly waits = new WeakMap<Socket, Wait>();

  constructor(
    private readonly sockets: Iterable<Socket>,
    private readonly report: (dropped: DroppedReader) => void,
  ) {}

  look(): void {
    const now = performance.now();
    const held = new Map<string, Socket[]>();
    for (const socket of this.sockets) {
      const wait = this.follow(socket, now);
      if (wait === undefined) continue;
      if (now - wait.progress.at >= STALL_MS) this.drop(socket, 'took no 240 bytes a second for 30 s');
      else if (now - wait.since > HELD_MS) listUnder(held, callerOf(socket), socket);
    }
    for (const sockets of held.values()) this.dropSlowest(sockets, now);
  }

  private follow(socket: Socket, now: number): Wait | undefined {
    if (!isWaitingForReader(socket)) {
      this.waits.delete(socket);
      return undefined;
    }
    const taken = bytesTaken(socket);
    const wait = this.waits.get(socket) ?? { since: now, takenBefore: taken, progress: { at: now, taken } };
    if (taken - wait.progress.taken >= LEAST_BYTES) wait.progress = { at: now, taken };
    this.waits.set(socket, wait);
    return wait;
  }

  private dropSlowest(sockets: readonly Socket[], now: number): void {
    if (sockets.length <= MOST_HELD) return;
    const slowestFirst = sockets.toSorted((one, other) => this.pace(one, now) - this.pace(other, now));
    for (const socket of slowestFirst.slice(0, sockets.length - MOST_HELD)) {
      this.drop(socket, `more than ${MOST_HELD} answers of one caller waited for their reader`);
    }
  }

  /** Bytes a millisecond since it waits. */
  private pace(socket: Socket, now: number): number {
    const wait = this.waits.get(socket);
    return wait ? (bytesTaken(socket) - wait.takenBefore) / (now - wait.since) : Infinity;
  }

  private drop(socket: Socket, reason: string): void {
    const request = requestOf(socket);
    this.report({ reason, ...(request && { requestId: request.id }) });
    socket.destroy();
  }
}

const requestOf = (socket: Socket): Request | undefined => answerUnderWay(socket)?.req as Request | undefined;

const callerOf = (socket: Socket): string => {
  const request = requestOf(socket);
  return request ? callerKey(request) : `address ${socket.remoteAddress}`;
};

const listUnder = <Item>(lists: Map<string, Item[]>, name: string, item: Item): void => {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
};
