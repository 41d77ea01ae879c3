import { describe, expect, it } from '@jest/globals';
import { isTimeZone } from './time-zone.js';

describe('isTimeZone', () => {
  it.each([
    'UTC',
    'Europe/London',
    'europe/london',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Australia/Lord_Howe',
    'Etc/GMT+5',
    'EST',
  ])('accepts %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'Mars/Olympus',
    '+01:00',
    '-0500',
    'Z',
    'T00:00+01:00',
    'Europe/London ',
    ' Europe/London',
    'Europe',
    'Europe/'.repeat(2000),
    '2026-03-02T00:00:00+01:00[Europe/London]',
    undefined,
    null,
    0,
    ['UTC'],
    { timeZone: 'UTC' },
  ])('refuses %j', (value) => {
    expect(isTimeZone(value)).toBe(false);
  });
});
