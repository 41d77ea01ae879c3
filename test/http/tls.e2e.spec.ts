import { describe, expect, it } from '@jest/globals';
import type { Settings } from '../../src/config/settings.js';
import { useService } from '../support/use-service.js';

describe.each<{ what: string; trustedProxies: Settings['trustedProxies']; said: string; insists: string | undefined }>`
  what                                    | trustedProxies  | said       | insists
  ${'behind a proxy with TLS'}            | ${1}            | ${'https'} | ${'max-age=31536000'}
  ${'behind a proxy with TLS, by name'}   | ${['loopback']} | ${'https'} | ${'max-age=31536000'}
  ${'behind a proxy without TLS'}         | ${1}            | ${'http'}  | ${undefined}
  ${'behind a proxy that it trusts not'}  | ${['10.0.0.1']} | ${'https'} | ${undefined}
  ${'behind no proxy, whatever it hears'} | ${false}        | ${'https'} | ${undefined}
`('a service $what ($said)', ({ trustedProxies, said, insists }) => {
  const edge = useService({ settings: { trustedProxies } });

  it.each(['/usage', '/', '/nope', '/dashboard', '/docs', '/dashboard/vendor/preact/preact.mjs'])(
    `${insists ? 'tells' : 'does not tell'} browsers to insist on TLS: %s`,
    async (path) => {
      const { headers } = await edge.ask('get', path).set('X-Forwarded-Proto', said);
      expect(headers['strict-transport-security']).toBe(insists);
    },
  );
});
