import { describe, expect, it } from '@jest/globals';
import { largePeriod, messagesBody, reportsOf, SMALL_PERIOD } from './period.js';

interface Message {
  readonly id: number;
  readonly text: string;
  readonly timestamp: string;
  readonly report_id?: number;
}

const bodyOf = (spec: typeof SMALL_PERIOD): string => [...messagesBody(spec)].join('');

const messagesOf = (spec: typeof SMALL_PERIOD): Message[] => JSON.parse(bodyOf(spec)).messages;

describe('messagesBody', () => {
  it('names 8 reports in 35 of 110 messages', () => {
    const named = messagesOf(SMALL_PERIOD).flatMap(({ report_id }) => report_id ?? []);
    expect([named.length, new Set(named).size]).toEqual([35, 8]);
  });

  it('is the same for the same seed, and shares no report with another', () => {
    expect(bodyOf(SMALL_PERIOD)).toBe(bodyOf(SMALL_PERIOD));
    const ids = new Set(messagesOf(SMALL_PERIOD).map(({ report_id }) => report_id));
    const others = messagesOf({ ...SMALL_PERIOD, seed: 2 }).flatMap(({ report_id }) => report_id ?? []);
    expect(others.filter((id) => ids.has(id))).toEqual([]);
  });

  it('is as long as a real one', () => {
    const period = messagesOf(largePeriod(10_000));
    const characters = period.reduce((sum, { text }) => sum + text.length, 0) / period.length;
    expect(characters).toBeGreaterThan(55);
    expect(characters).toBeLessThan(65);
  });

  it('comes in pieces', () => {
    const pieces = [...messagesBody(largePeriod(10_000))];
    expect(pieces.length).toBeGreaterThan(15);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  });

  it('has ascending ids and times, whose milliseconds are 123', () => {
    const period = messagesOf(largePeriod(1000));
    expect(period.map(({ id }) => id)).toEqual(period.map((_, index) => 1000 + index));
    const times = period.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort());
    expect(times.filter((time) => !/^2026-03-\d\dT\d\d:\d\d:\d\d\.123Z$/.test(time))).toEqual([]);
  });
});

describe('reportsOf', () => {
  it('leaves out the missing ones', () => {
    expect(reportsOf(SMALL_PERIOD).map(({ id }) => id)).toEqual([1100, 1101, 1102, 1103, 1104]);
  });
});
