import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type DroppedReader, SlowReaders } from './slow-readers.js';

const SECOND = 1000;

/** A connection whose client takes this many bytes a second of an endless answer. */
const reader = (bytesASecond: number) => {
  const handle = { bytesWritten: 0, writeQueueSize: 1 };
  const destroy = jest.fn();
  const socket = { destroyed: false, writableLength: 1, remoteAddress: '203.0.113.7', _handle: handle, destroy };
  return { socket: socket as unknown as Socket, handle, destroy, bytesASecond };
};

describe('SlowReaders', () => {
  let now = 0;
  beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => void jest.restoreAllMocks());

  /** The reasons for which these connections were dropped within this many seconds. */
  const after = (seconds: number, ...readers: ReturnType<typeof reader>[]): DroppedReader[] => {
    const dropped: DroppedReader[] = [];
    const watch = new SlowReaders(
      readers.map(({ socket }) => socket),
      (one) => dropped.push(one),
    );
    for (let passed = 0; passed <= seconds && dropped.length === 0; passed += 1) {
      watch.look();
      now += SECOND;
      for (const { handle, bytesASecond } of readers) handle.bytesWritten += bytesASecond;
    }
    return dropped;
  };
  const STALLED = { reason: 'took no 240 bytes a second for 30 s' };

  it.each<{ bytesASecond: number; seconds: number; dropped: object[] }>`
    bytesASecond | seconds | dropped
    ${0}         | ${29}   | ${[]}
    ${0}         | ${30}   | ${[STALLED]}
    ${1}         | ${30}   | ${[STALLED]}
    ${239}       | ${30}   | ${[STALLED]}
    ${240}       | ${600}  | ${[]}
    ${1e6}       | ${600}  | ${[]}
  `('has dropped $dropped of a reader of $bytesASecond bytes a second after $seconds s', (row) => {
    const one = reader(row.bytesASecond);
    expect(after(row.seconds, one)).toEqual(row.dropped);
    expect(one.destroy).toHaveBeenCalledTimes(row.dropped.length);
  });

  it('drops nobody who has taken all that there is', () => {
    const one = reader(0);
    Object.assign(one.socket, { writableLength: 0 });
    expect(after(600, one)).toEqual([]);
  });

  it('drops the slowest of a caller beyond 20, once they have waited over 5 s', () => {
    const readers = Array.from({ length: 22 }, (_, index) => reader(1000 * index));
    expect(after(5, ...readers)).toEqual([]);
    expect(after(6, ...readers)).toHaveLength(2);
    expect(readers.filter(({ destroy }) => destroy.mock.calls.length > 0)).toEqual(readers.slice(0, 2));
  });
});
