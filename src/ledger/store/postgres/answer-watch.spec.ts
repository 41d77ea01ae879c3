import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AnswerWatch } from './answer-watch.js';

describe('the watch over the answers of a server', () => {
  let told: boolean[];
  let watch: AnswerWatch;
  let server: EventEmitter;
  beforeEach(() => {
    jest.useFakeTimers();
    told = [];
    server = new EventEmitter();
    watch = new AnswerWatch((isSilent) => told.push(isSilent));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells nothing of an answer that comes in time', async () => {
    const watched = watch.over(once(server, 'first'));
    jest.advanceTimersByTime(1900);
    server.emit('first', 'here');
    expect(await watched).toEqual(['here']);
    jest.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  it('tells that the server is silent until the last of its late answers has come', async () => {
    const [first, second] = [watch.over(once(server, 'first')), watch.over(once(server, 'second'))];
    jest.advanceTimersByTime(2000);
    expect(told).toEqual([true]);
    server.emit('first');
    await first;
    expect(told).toEqual([true]);
    server.emit('error', new Error('given up'));
    await expect(second).rejects.toThrow('given up');
    expect(told).toEqual([true, false]);
  });
});
