import { describe, expect, it } from '@jest/globals';
import { readSettings } from './read-settings.js';

const BASE_URL = 'https://upstream.test/api';

const warningsOf = (env: NodeJS.ProcessEnv): readonly string[] =>
  readSettings({ COPILOT_API_BASE_URL: BASE_URL, ...env }).warnings;

describe('a variable that resembles a setting', () => {
  it.each<{ name: string; warning: string }>`
    name                   | warning
    ${'LOGLEVEL'}          | ${'LOGLEVEL is not a setting, and is ignored: did you mean LOG_LEVEL?'}
    ${'port'}              | ${'port is not a setting, and is ignored: did you mean PORT?'}
    ${'CORS_ORIGIN'}       | ${'CORS_ORIGIN is not a setting, and is ignored: did you mean CORS_ORIGINS?'}
    ${'RATECARD'}          | ${'RATECARD is not a setting, and is ignored: did you mean RATE_CARD?'}
    ${'UPSTREAM_TIMEOUT'}  | ${'UPSTREAM_TIMEOUT is not a setting, and is ignored: did you mean UPSTREAM_TIMEOUT_MS?'}
    ${'UPSTREAM_PASSWORD'} | ${'UPSTREAM_PASSWORD is not a setting, and is ignored'}
    ${'COPILOT_BASE_URL'}  | ${'COPILOT_BASE_URL is not a setting, and is ignored'}
  `('is named in a warning, with the setting that it resembles: $name', ({ name, warning }) => {
    expect(warningsOf({ [name]: 'secret' })).toEqual([warning]);
  });

  it.each(['API_KEY', 'APIKEYS', 'api_keys', 'API_KEYZ', 'APIKEY', 'API-KEYS'])(
    'refuses the start if it resembles API_KEYS and there are no keys: %s',
    (name) => {
      expect(() => warningsOf({ [name]: 'secret' })).toThrow(
        expect.objectContaining({ problems: [`${name} is not a setting: did you mean API_KEYS?`] }),
      );
    },
  );

  it('is a warning if API_KEYS is set as well', () => {
    const keys = `billing-team:${'3f'.repeat(32)}`;
    expect(warningsOf({ API_KEYS: keys, API_KEY: 'secret' })).toEqual([
      'API_KEY is not a setting, and is ignored: did you mean API_KEYS?',
    ]);
  });

  it('is not reported if it belongs to another program', () => {
    const others = [
      'PATH',
      'HOME',
      'HOSTNAME',
      'USER',
      'TERM',
      'LANG',
      'PWD',
      'NODE_OPTIONS',
      'OTEL_SERVICE_NAME',
      'TZ',
    ];
    expect(warningsOf(Object.fromEntries(others.map((name) => [name, 'x'])))).toEqual([]);
  });
});
