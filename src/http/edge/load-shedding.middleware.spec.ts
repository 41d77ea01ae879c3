import { EventEmitter } from 'node:events';
import { describe, expect, it, jest } from '@jest/globals';
import type { Request, Response } from 'express';
import { loadShedding } from './load-shedding.middleware.js';

/** A request to the middleware: the status that it was refused with, if it was, and its end. */
const asking = (shed: ReturnType<typeof loadShedding>, url = '/usage') => {
  const response = Object.assign(new EventEmitter(), { statusCode: 0, setHeader: jest.fn(), end: jest.fn() });
  const next = jest.fn();
  void shed({ method: 'GET', url, id: 'asked-by-a-test' } as Request, response as unknown as Response, next);
  return { refusal: next.mock.calls.length === 0 ? response.statusCode : undefined, end: () => response.emit('close') };
};

describe('load shedding', () => {
  it('lets requests through while there are few', () => {
    const shed = loadShedding(() => false, 2);
    expect([asking(shed).refusal, asking(shed).refusal]).toEqual([undefined, undefined]);
  });

  it('refuses those beyond the most, and takes the next once one has ended', () => {
    const shed = loadShedding(() => false, 2);
    const first = asking(shed);
    asking(shed);
    expect(asking(shed).refusal).toBe(503);
    first.end();
    expect(asking(shed).refusal).toBeUndefined();
    expect(asking(shed).refusal).toBe(503);
  });

  it('counts no refused one as under way', () => {
    const shed = loadShedding(() => false, 1);
    const first = asking(shed);
    for (let refused = 0; refused < 3; refused += 1) asking(shed).end();
    expect(asking(shed).refusal).toBe(503);
    first.end();
    expect(asking(shed).refusal).toBeUndefined();
  });

  it('refuses what would join a crowd while the event loop lags', () => {
    let lags = true;
    const shed = loadShedding(() => lags, 3, 1);
    expect(asking(shed).refusal).toBeUndefined();
    expect(asking(shed).refusal).toBe(503);
    lags = false;
    expect(asking(shed).refusal).toBeUndefined();
  });

  it.each(['/health/live', '/health/ready'])('lets a probe through, whatever there is: %s', (path) => {
    expect(
      asking(
        loadShedding(() => true, 0),
        path,
      ).refusal,
    ).toBeUndefined();
  });

  it('finds no lag in a process with nothing to do', () => {
    expect(asking(loadShedding()).refusal).toBeUndefined();
  });
});
