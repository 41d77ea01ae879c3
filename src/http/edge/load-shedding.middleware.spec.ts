import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { describe, expect, it, jest } from '@jest/globals';
import type { Request, Response } from 'express';
import { loadShedding, watchEventLoop } from './load-shedding.middleware.js';

/**
 * Sends a request through the middleware: returns the status of the refusal, if any, and a function
 * that ends the request.
 */
const sendThrough = (shed: ReturnType<typeof loadShedding>, url = '/usage') => {
  const response = Object.assign(new EventEmitter(), { statusCode: 0, setHeader: jest.fn(), end: jest.fn() });
  const next = jest.fn();
  void shed({ method: 'GET', url, id: 'asked-by-a-test' } as Request, response as unknown as Response, next);
  return { refusal: next.mock.calls.length === 0 ? response.statusCode : undefined, end: () => response.emit('close') };
};

describe('loadShedding', () => {
  it('lets requests through while there are few', () => {
    const shed = loadShedding(() => false, 2);
    expect([sendThrough(shed).refusal, sendThrough(shed).refusal]).toEqual([undefined, undefined]);
  });

  it('refuses requests beyond the maximum, and takes the next one once another has ended', () => {
    const shed = loadShedding(() => false, 2);
    const first = sendThrough(shed);
    sendThrough(shed);
    expect(sendThrough(shed).refusal).toBe(503);
    first.end();
    expect(sendThrough(shed).refusal).toBeUndefined();
    expect(sendThrough(shed).refusal).toBe(503);
  });

  it('does not count a refused request as in flight', () => {
    const shed = loadShedding(() => false, 1);
    const first = sendThrough(shed);
    for (let refused = 0; refused < 3; refused += 1) sendThrough(shed).end();
    expect(sendThrough(shed).refusal).toBe(503);
    first.end();
    expect(sendThrough(shed).refusal).toBeUndefined();
  });

  it('refuses requests beyond a crowd while the event loop lags', () => {
    let isLagging = true;
    const shed = loadShedding(() => isLagging, 3, 1);
    expect(sendThrough(shed).refusal).toBeUndefined();
    expect(sendThrough(shed).refusal).toBe(503);
    isLagging = false;
    expect(sendThrough(shed).refusal).toBeUndefined();
  });

  it.each(['/health/live', '/health/ready'])('always lets a probe through: %s', (path) => {
    expect(
      sendThrough(
        loadShedding(() => true, 0),
        path,
      ).refusal,
    ).toBeUndefined();
  });
});

describe('watchEventLoop', () => {
  it('sees no lag before it has measured, and stops with the server', () => {
    const server = new EventEmitter();
    const isLagging = watchEventLoop(server as Server);
    expect(isLagging()).toBe(false);
    server.emit('close');
    expect(server.eventNames()).toEqual([]);
  });
});
