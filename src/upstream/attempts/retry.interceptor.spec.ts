import { describe, expect, it, jest } from '@jest/globals';
import { AxiosError, type AxiosResponse } from 'axios';
import fc from 'fast-check';
import { retryDelay } from './retry.interceptor.js';

const BACKOFF_MS = 100;
const network = new AxiosError('connection reset', 'ECONNRESET');
const answered = (retryAfter: string): AxiosError =>
  new AxiosError('Service Unavailable', AxiosError.ERR_BAD_RESPONSE, undefined, undefined, {
    status: 503,
    headers: { 'retry-after': retryAfter },
  } as unknown as AxiosResponse);

describe('retryDelay', () => {
  it.each<{ attempt: number; draw: number; delay: number }>`
    attempt | draw    | delay
    ${1}    | ${0}    | ${0}
    ${1}    | ${0.5}  | ${50}
    ${1}    | ${0.99} | ${99}
    ${2}    | ${0.5}  | ${100}
    ${3}    | ${0.25} | ${100}
    ${4}    | ${0.5}  | ${400}
    ${10}   | ${0.5}  | ${25_600}
  `('before retry $attempt waits $delay ms if $draw is drawn', ({ attempt, draw, delay }) => {
    expect(retryDelay(attempt, network, BACKOFF_MS, () => draw)).toBeCloseTo(delay, 9);
  });

  it('waits between 0 and the backoff, which doubles with each retry', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.nat({ max: 10_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, backoffMs, draw) => {
          const delay = retryDelay(attempt, network, backoffMs, () => draw);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(backoffMs * 2 ** (attempt - 1));
        },
      ),
    );
  });

  it('draws a random delay by default, not always the same', () => {
    const delays = Array.from({ length: 20 }, () => retryDelay(1, network, BACKOFF_MS));

    expect(new Set(delays).size).toBeGreaterThan(1);
    expect(Math.max(...delays)).toBeLessThan(BACKOFF_MS);
  });

  it.each<{ retryAfter: string; delay: number }>`
    retryAfter    | delay
    ${'1'}        | ${1000}
    ${'120'}      | ${120_000}
    ${'0.5'}      | ${500}
    ${'Infinity'} | ${Infinity}
  `('follows Retry-After: $retryAfter exactly, without jitter', ({ retryAfter, delay }) => {
    expect(retryDelay(1, answered(retryAfter), BACKOFF_MS, () => 0.5)).toBe(delay);
    expect(retryDelay(3, answered(retryAfter), BACKOFF_MS, () => 0.9)).toBe(delay);
  });

  it('waits until the date of Retry-After', () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 2, 2, 8, 14, 9) });
    const delay = retryDelay(1, answered('Mon, 02 Mar 2026 08:14:39 GMT'), BACKOFF_MS, () => 0.5);
    jest.useRealTimers();

    expect(delay).toBe(30_000);
  });

  it.each(['0', '-1', '-Infinity', 'soon', '', 'NaN', 'Mon, 02 Mar 2020 08:14:39 GMT'])(
    'ignores Retry-After: "%s", and waits its own time',
    (retryAfter) => {
      expect(retryDelay(2, answered(retryAfter), BACKOFF_MS, () => 0.5)).toBe(100);
    },
  );
});
