import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../time/instant.js';
import { contains } from '../time/interval.js';
import { GRANULARITIES, windowsOf } from '../time/windows.js';
import { boundsOf } from './bounds.js';
import { inWindows } from './in-windows.js';

const at = (timestamp: string) => ({ message: { timestamp } });

const DAYS = windowsOf(
  { from: instantOf('2026-03-02T00:00:00Z'), to: instantOf('2026-03-05T00:00:00Z') },
  'P1D',
  'UTC',
);

const HOUR_MS = 3_600_000;

/** Within eight hours of a change of the clock in London, in the Azores or on Lord Howe Island. */
const anyTimes = fc
  .tuple(
    fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-04T15:00Z'),
    fc.array(fc.integer({ min: -32, max: 32 }), { minLength: 1 }),
  )
  .map(([change, quarters]) =>
    quarters.map((quarter) => new Date(Date.parse(change) + (quarter * HOUR_MS) / 4).toISOString()),
  );

describe('messages in their windows', () => {
  it('are in the window that holds their instant, in the order of their times, and windows without one are there', () => {
    const messages = [
      '2026-03-04T23:59:59.999999999Z',
      '2026-03-02T23:59:59.9999999999Z',
      '2026-03-03T00:30:00+01:00',
      '2026-03-04T00:00:00Z',
      '2026-03-02T00:00:00Z',
    ].map(at);
    const filled = inWindows(messages, DAYS);

    expect(filled.map(({ window }) => window)).toEqual(DAYS);
    expect(filled.map((day) => day.messages.map(({ message }) => message.timestamp))).toEqual([
      ['2026-03-02T00:00:00Z', '2026-03-03T00:30:00+01:00', '2026-03-02T23:59:59.9999999999Z'],
      [],
      ['2026-03-04T00:00:00Z', '2026-03-04T23:59:59.999999999Z'],
    ]);
  });

  it('at one instant keep their order', () => {
    const messages = ['2026-03-02T01:00:00+01:00', '2026-03-02T00:00:00Z', '2026-03-01T23:00:00-01:00'].map(at);
    expect(inWindows(messages, DAYS)[0]?.messages).toEqual(messages);
  });

  it('are none in windows without any', () => {
    expect(inWindows([], DAYS).map(({ messages }) => messages)).toEqual([[], [], []]);
    expect(inWindows([], [])).toEqual([]);
  });

  it('are there once each, in the window that holds them, whatever the clock does', () => {
    const zone = fc.constantFrom('UTC', 'Europe/London', 'Atlantic/Azores', 'Asia/Kolkata', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(anyTimes, fc.constantFrom(...GRANULARITIES), zone, (times, granularity, timeZone) => {
        const messages = times.map(at);
        const bounds = boundsOf(messages, {}, granularity, timeZone);
        const filled = inWindows(messages, bounds ? windowsOf(bounds, granularity, timeZone, 100) : []);
        const strays = filled.flatMap((each) =>
          each.messages.filter(({ message }) => {
            const [from, to] = [each.window.from.toInstant(), each.window.to.toInstant()];
            return !contains({ from, to }, instantOf(message.timestamp));
          }),
        );

        expect(strays).toEqual([]);
        expect(new Set(filled.flatMap((each) => each.messages))).toEqual(new Set(messages));
        expect(filled.flatMap((each) => each.messages)).toHaveLength(messages.length);
      }),
      { numRuns: 200, seed: 20_260_329 },
    );
  });
});
