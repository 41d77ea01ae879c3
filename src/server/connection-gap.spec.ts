import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitForConnectionGap } from './connection-gap.js';

describe('waitForConnectionGap', () => {
  let server: EventEmitter;
  let now: number;
  let connected: number;

  beforeEach(() => {
    server = new EventEmitter();
    now = 0;
    connected = 0;
    // A simulated clock: a busy machine must not look like a crowd of callers.
    jest.spyOn(performance, 'now').mockImplementation(() => (now += 0.125));
  });
  afterEach(() => void jest.restoreAllMocks());

  /** One caller connects in each turn of the event loop, up to `callersMax`. */
  const connectCallers = (callersMax: number): void => {
    setImmediate(() => {
      if (connected === callersMax) return;
      connected += 1;
      server.emit('connection');
      connectCallers(callersMax);
    });
  };

  it.each([0, 1, 20])('resolves once no client has connected for a while, after %s callers', async (callers) => {
    connectCallers(callers);
    await waitForConnectionGap(server as Server);
    expect(connected).toBe(callers);
    expect(server.listenerCount('connection')).toBe(0);
  });

  it('resolves after a fifth of a second at the latest', async () => {
    connectCallers(Infinity);
    await waitForConnectionGap(server as Server);
    connected = Infinity;
    expect(now).toBeGreaterThanOrEqual(200);
    expect(now).toBeLessThan(201);
    expect(server.listenerCount('connection')).toBe(0);
  });
});
