import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/read-settings.js';
import { BILL, useService } from '../support/use-service.js';
import { answered } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

/** The service with the hosts that these variables allow it. */
const useServiceWith = (env: NodeJS.ProcessEnv) => {
  const { allowedHosts } = readSettings({ COPILOT_API_BASE_URL: 'sample', ...env });
  return useService({ settings: { ...(allowedHosts && { allowedHosts }) } });
};

const REFUSED = refusal('Host', 'is not a name of this service; ALLOWED_HOSTS can add it');

describe('a service that is open, on loopback', () => {
  const edge = useServiceWith({});

  it.each([
    'localhost',
    'localhost:8000',
    'LOCALHOST',
    'localhost.',
    'app.localhost',
    '127.0.0.1:8000',
    '127.1.2.3',
    '[::1]:8000',
    '[::1]',
  ])('answers who asks by a name of its machine: %s', async (host) => {
    expect((await edge.ask('get', '/usage').set('Host', host)).body).toEqual(BILL);
  });

  it.each([
    'evil.example',
    'evil.example:8000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:127.0.0.1',
    '0.0.0.0:8000',
    '10.0.0.7',
    '[::2]',
    '[::ffff:10.0.0.7]',
    'evil.example.',
    '127.evil.example',
  ])('refuses who asks by another one, as a page of another site would: %s', async (host) => {
    expect(answered(await edge.ask('get', '/usage').set('Host', host))).toEqual(REFUSED);
  });

  it.each(['/', '/health/live', '/metrics', '/dashboard', '/docs', '/nope', '/v1/usage/summary'])(
    'does so whatever is asked for: %s',
    async (path) => {
      expect(answered(await edge.ask('get', path).set('Host', 'evil.example'))).toEqual(REFUSED);
    },
  );
});

describe('a service that is told its names', () => {
  const edge = useServiceWith({ ALLOWED_HOSTS: 'Billing.example.com, 10.0.0.7', HOST: '0.0.0.0' });

  it.each(['billing.example.com', 'BILLING.example.com:443', '10.0.0.7:8000', 'localhost'])(
    'answers by each of them: %s',
    async (host) => {
      expect((await edge.ask('get', '/usage').set('Host', host)).body).toEqual(BILL);
    },
  );

  it.each(['example.com', 'x.billing.example.com', '10.0.0.70'])('and by no other: %s', async (host) => {
    expect(answered(await edge.ask('get', '/usage').set('Host', host))).toEqual(REFUSED);
  });
});

describe('a service that others reach, or that asks for keys', () => {
  it.each<NodeJS.ProcessEnv>([{ HOST: '0.0.0.0' }, { API_KEYS: `billing-team:${'3f'.repeat(32)}` }])(
    'is asked by any name: %j',
    (env) => {
      expect(readSettings({ COPILOT_API_BASE_URL: 'sample', ...env })).not.toHaveProperty('allowedHosts');
    },
  );

  it.each(['*', 'billing.example.com:443', 'https://billing.example.com', 'a..b', '-a', 'a b'])(
    'is not told what is no name: %s',
    (list) => {
      expect(() => readSettings({ COPILOT_API_BASE_URL: 'sample', ALLOWED_HOSTS: list })).toThrow(
        'ALLOWED_HOSTS must be host names or addresses such as billing.example.com',
      );
    },
  );
});
