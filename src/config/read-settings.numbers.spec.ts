import { describe, expect, it } from '@jest/globals';
import { readSettings } from './read-settings.js';
import type { Settings } from './settings.js';

const read = (env: NodeJS.ProcessEnv): Settings => readSettings({ COPILOT_API_BASE_URL: 'sample', ...env });

describe.each<{ name: string; least: number; most: number; valueOf: (settings: Settings) => number }>`
  name                       | least | most             | valueOf
  ${'PORT'}                  | ${0}  | ${65_535}        | ${({ port }: Settings) => port}
  ${'UPSTREAM_TIMEOUT_MS'}   | ${1}  | ${2_147_483_647} | ${({ upstream }: Settings) => upstream.timeoutMs}
  ${'UPSTREAM_RETRIES'}      | ${0}  | ${10}            | ${({ upstream }: Settings) => upstream.retries}
  ${'UPSTREAM_DEADLINE_MS'}  | ${1}  | ${2_147_483_647} | ${({ upstream }: Settings) => upstream.deadlineMs}
  ${'UPSTREAM_CONCURRENCY'}  | ${1}  | ${1000}          | ${({ upstream }: Settings) => upstream.concurrency}
  ${'UPSTREAM_MAX_BYTES'}    | ${1}  | ${1_073_741_824} | ${({ upstream }: Settings) => upstream.maxBytes}
  ${'RATE_LIMIT_PER_MINUTE'} | ${0}  | ${1_000_000}     | ${({ rateLimitPerMinute }: Settings) => rateLimitPerMinute}
`('$name', ({ name, least, most, valueOf }) => {
  it.each([least, least + 1, most - 1, most])('may be %d', (value) => {
    expect(valueOf(read({ [name]: String(value) }))).toBe(value);
  });

  it.each([
    least - 1,
    most + 1,
    -1,
    1.5,
    1e21,
    'NaN',
    'Infinity',
    '1e1',
    '0x1',
    '1_0',
    '+1',
    ' 1',
    '1 ',
    '1,0',
    '١',
    'true',
  ])('may not be "%s"', (value) => {
    const message = `These settings are wrong:\n  ${name} must be a whole number from ${least} to ${most}`;
    expect(() => read({ [name]: String(value) })).toThrow(expect.objectContaining({ message }));
  });
});

describe('LOG_LEVEL', () => {
  it.each(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])('may be %s', (level) => {
    expect(read({ LOG_LEVEL: level }).logLevel).toBe(level);
  });

  it.each(['INFO', 'verbose', '30', 'info '])('may not be "%s"', (level) => {
    const message =
      'These settings are wrong:\n  LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent';
    expect(() => read({ LOG_LEVEL: level })).toThrow(expect.objectContaining({ message }));
  });
});
