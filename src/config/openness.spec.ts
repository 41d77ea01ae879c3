import { describe, expect, it } from '@jest/globals';
import { isLoopback } from './openness.js';
import { readSettings } from './read-settings.js';

const REFUSED =
  'API_KEYS is required where NODE_ENV is production and HOST is not loopback; ALLOW_OPEN=true does without';
const OTHERS = { NODE_ENV: 'production', HOST: '0.0.0.0', COPILOT_API_BASE_URL: 'https://upstream.test' };
const SAMPLE = { ...OTHERS, COPILOT_API_BASE_URL: 'sample' };
const API_KEYS = `a:${'3f'.repeat(32)}`;

describe('a service without keys', () => {
  it.each<{ what: string; env: NodeJS.ProcessEnv }>`
    what                                              | env
    ${'in production, on every address'}              | ${OTHERS}
    ${'with nothing allowed'}                         | ${{ ...OTHERS, ALLOW_OPEN: 'false' }}
    ${'with the sample allowed, and a real upstream'} | ${{ ...OTHERS, ALLOW_OPEN: 'sample' }}
    ${'on the sample, without ALLOW_OPEN'}            | ${SAMPLE}
    ${'on an address of the network'}                 | ${{ ...OTHERS, HOST: '192.168.1.7' }}
    ${'on every address, in IPv6'}                    | ${{ ...OTHERS, HOST: '::' }}
    ${'with an empty list of keys'}                   | ${{ ...OTHERS, API_KEYS: '' }}
  `('is refused: $what', ({ env }) => {
    expect(() => readSettings(env)).toThrow(expect.objectContaining({ problems: [REFUSED] }));
  });

  it.each<{ what: string; env: NodeJS.ProcessEnv }>`
    what                                  | env
    ${'allowed to be open'}               | ${{ ...OTHERS, ALLOW_OPEN: 'true' }}
    ${'on the sample, which may be open'} | ${{ ...SAMPLE, ALLOW_OPEN: 'sample' }}
    ${'on loopback, by default'}          | ${{ ...OTHERS, HOST: '' }}
    ${'on loopback, by name'}             | ${{ ...OTHERS, HOST: 'localhost' }}
    ${'in development'}                   | ${{ ...OTHERS, NODE_ENV: 'development' }}
    ${'with keys'}                        | ${{ ...OTHERS, API_KEYS }}
  `('may start: $what', ({ env }) => {
    expect(() => readSettings(env)).not.toThrow();
  });

  it('reports keys that are wrong only once', () => {
    expect(() => readSettings({ ...OTHERS, API_KEYS: 'a' })).toThrow(
      expect.objectContaining({ problems: [expect.stringMatching(/^API_KEYS must be entries/)] }),
    );
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.1.2.3', '::1', '0:0:0:0:0:0:0:1', 'localhost'])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', 'fe80::1', 'localhost.example.com', '127.0.0.1.example.com'])(
    'is not %s',
    (host) => expect(isLoopback(host)).toBe(false),
  );
});
