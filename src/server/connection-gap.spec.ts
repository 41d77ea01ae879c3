import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitForConnectionGap } from './connection-gap.js';

describe('a quiet moment', () => {
  let server: EventEmitter;
  let now: number;
  let came: number;

  beforeEach(() => {
    server = new EventEmitter();
    now = 0;
    came = 0;
    // A clock of its own: a machine that is busy is no crowd.
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 0.125));
  });
  afterEach(() => void jest.restoreAllMocks());

  /** One caller connects in each turn of the event loop, `most` in all. */
  const callersCome = (most: number): void => {
    setImmediate(() => {
      if (came === most) return;
      came += 1;
      server.emit('connection');
      callersCome(most);
    });
  };

  it.each([0, 1, 20])('comes once nobody has connected for a while, after %s callers', async (callers) => {
    callersCome(callers);
    await waitForConnectionGap(server as Server);
    expect(came).toBe(callers);
    expect(server.listenerCount('connection')).toBe(0);
  });

  it('is not waited for longer than a fifth of a second', async () => {
    callersCome(Infinity);
    await waitForConnectionGap(server as Server);
    came = Infinity;
    expect(now).toBeGreaterThanOrEqual(200);
    expect(now).toBeLessThan(201);
    expect(server.listenerCount('connection')).toBe(0);
  });
});
