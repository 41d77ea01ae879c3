import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type DroppedReader, SlowReaders } from './slow-readers.js';

const SECOND = 1000;

/** A connection whose client reads this many bytes a second of an endless response. */
const readerAt = (bytesPerSecond: number) => {
  const handle = { bytesWritten: 0, writeQueueSize: 1 };
  const destroy = jest.fn();
  const socket = { destroyed: false, writableLength: 1, remoteAddress: '203.0.113.7', _handle: handle, destroy };
  return { socket: socket as unknown as Socket, handle, destroy, bytesPerSecond };
};

describe('SlowReaders', () => {
  let now = 0;
  beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => void jest.restoreAllMocks());

  /**
   * The drops reported within this many seconds; ends with the first check that drops a connection.
   */
  const dropsWithin = (seconds: number, ...readers: ReturnType<typeof readerAt>[]): DroppedReader[] => {
    const dropped: DroppedReader[] = [];
    const watch = new SlowReaders(
      readers.map(({ socket }) => socket),
      (one) => dropped.push(one),
    );
    for (let passed = 0; passed <= seconds && dropped.length === 0; passed += 1) {
      watch.dropSlow();
      now += SECOND;
      for (const { handle, bytesPerSecond } of readers) handle.bytesWritten += bytesPerSecond;
    }
    return dropped;
  };
  const STALLED = { reason: 'read fewer than 240 bytes a second for 30 s' };

  it.each<{ bytesPerSecond: number; seconds: number; dropped: object[] }>`
    bytesPerSecond | seconds | dropped
    ${0}           | ${29}   | ${[]}
    ${0}           | ${30}   | ${[STALLED]}
    ${1}           | ${30}   | ${[STALLED]}
    ${239}         | ${30}   | ${[STALLED]}
    ${240}         | ${600}  | ${[]}
    ${1e6}         | ${600}  | ${[]}
  `('reports $dropped for a client that reads $bytesPerSecond bytes a second, within $seconds s', (row) => {
    const one = readerAt(row.bytesPerSecond);
    expect(dropsWithin(row.seconds, one)).toEqual(row.dropped);
    expect(one.destroy).toHaveBeenCalledTimes(row.dropped.length);
  });

  it('keeps a connection whose client has read everything', () => {
    const one = readerAt(0);
    Object.assign(one.socket, { writableLength: 0 });
    expect(dropsWithin(600, one)).toEqual([]);
  });

  it('drops the slowest responses of one caller beyond 20 that have waited over 5 s', () => {
    const readers = Array.from({ length: 22 }, (_, index) => readerAt(1000 * index));
    expect(dropsWithin(5, ...readers)).toEqual([]);
    expect(dropsWithin(6, ...readers)).toHaveLength(2);
    expect(readers.filter(({ destroy }) => destroy.mock.calls.length > 0)).toEqual(readers.slice(0, 2));
  });
});
