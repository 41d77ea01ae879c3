import { EventEmitter } from 'node:events';
import { describe, expect, it, jest } from '@jest/globals';
import type { Request, Response } from 'express';
import { sheddingLoad } from './load-shedding.middleware.js';
import { OverloadedError } from './overloaded.error.js';

/** A request to the middleware: what it was handed on with, and its end. */
const asking = (shed: ReturnType<typeof sheddingLoad>, path = '/usage') => {
  const response = new EventEmitter();
  const next = jest.fn();
  void shed({ path } as Request, response as unknown as Response, next);
  return { error: next.mock.calls[0]?.[0], end: () => response.emit('close') };
};

describe('load shedding', () => {
  it('lets requests through while there are few', () => {
    const shed = sheddingLoad(() => false, 2);
    expect([asking(shed).error, asking(shed).error]).toEqual([undefined, undefined]);
  });

  it('refuses those beyond the most, and takes the next once one has ended', () => {
    const shed = sheddingLoad(() => false, 2);
    const first = asking(shed);
    asking(shed);
    expect(asking(shed).error).toEqual(new OverloadedError());
    first.end();
    expect(asking(shed).error).toBeUndefined();
    expect(asking(shed).error).toEqual(new OverloadedError());
  });

  it('counts no refused one as under way', () => {
    const shed = sheddingLoad(() => false, 1);
    const first = asking(shed);
    for (let refused = 0; refused < 3; refused += 1) asking(shed).end();
    expect(asking(shed).error).toEqual(new OverloadedError());
    first.end();
    expect(asking(shed).error).toBeUndefined();
  });

  it('refuses what would join a crowd while the event loop lags', () => {
    let lags = true;
    const shed = sheddingLoad(() => lags, 3, 1);
    expect(asking(shed).error).toBeUndefined();
    expect(asking(shed).error).toEqual(new OverloadedError());
    lags = false;
    expect(asking(shed).error).toBeUndefined();
  });

  it.each(['/health/live', '/health/ready'])('lets a probe through, whatever there is: %s', (path) => {
    expect(
      asking(
        sheddingLoad(() => true, 0),
        path,
      ).error,
    ).toBeUndefined();
  });

  it('finds no lag in a process with nothing to do', () => {
    expect(asking(sheddingLoad()).error).toBeUndefined();
  });
});
