import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { type PrefixProxy, startPrefixProxy } from '../support/prefix-proxy.js';
import { withLedger } from '../support/memory-ledger.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { expand } from '../support/routes.js';

interface Index {
  readonly links: Readonly<Record<string, string>>;
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
}

/** The links that have no GET. */
const POSTED = new Set(['v1/estimates', 'v1/readings/{number}/decision']);

describe('the service below a path prefix', () => {
  const edge = useService({ change: withLedger(TWO_PERIODS) });
  let proxy: PrefixProxy;

  beforeAll(async () => {
    proxy = await startPrefixProxy(await edge.app.getUrl(), '/copilot');
  });
  afterAll(() => proxy.stop());

  const statusOf = async (address: string, base: string): Promise<[string, number]> => [
    address,
    (await fetch(new URL(expand(address), base), { redirect: 'manual' })).status,
  ];

  /** Those that are there before anything is compiled: the page's own modules are asked for in the browser's suite. */
  const filesOf = (html: string): string[] =>
    Array.from(html.matchAll(/(?:href|src)=["']([^"'#]+)["']/g), ([, file = '']) => file).filter(
      (file) => !file.startsWith('data:') && !/\/browser\/[\w-]+\.js$/.test(file),
    );

  it('has each link of its index there', async () => {
    const { links } = (await (await fetch(`${proxy.url}/`)).json()) as Index;
    const addresses = Object.values(links);
    expect(addresses).toContain('v1/usage');
    expect(await Promise.all(addresses.map((link) => statusOf(link, `${proxy.url}/`)))).toEqual(
      addresses.map((link) => [link, POSTED.has(link) ? 405 : 200]),
    );
  });

  it.each(['/dashboard', '/docs'])('has each file of the page %s there', async (path) => {
    const page = `${proxy.url}${path}`;
    const files = filesOf(await (await fetch(page)).text());
    expect(files.length).toBeGreaterThan(4);
    expect(await Promise.all(files.map((file) => statusOf(file, page)))).toEqual(files.map((file) => [file, 200]));
  });

  it.each(['/dashboard', '/docs'])('answers %s with a slash at the end by the page without', async (path) => {
    const answer = await fetch(`${proxy.url}${path}/?a=1&b=?`);
    expect([answer.status, answer.url, answer.redirected]).toEqual([200, `${proxy.url}${path}?a=1&b=?`, true]);
  });

  it.each([
    { asked: '/dashboard/', location: '../dashboard' },
    { asked: '/dashboard/?day=2026-03-02', location: '../dashboard?day=2026-03-02' },
    { asked: '/DASHBOARD/?', location: '../DASHBOARD' },
    { asked: '/docs/', location: '../docs' },
  ])('redirects $asked relatively', async ({ asked, location }) => {
    const answer = await edge.ask('get', asked);
    expect([answer.status, answer.get('Location')]).toEqual([308, location]);
  });

  it('redirects nobody to another place', async () => {
    for (const asked of ['/dashboard//evil.example/', '//evil.example/dashboard/', '/dashboard/%2F%2Fevil.example/']) {
      const answer = await edge.ask('get', asked);
      expect([answer.status, answer.get('Location')]).toEqual([404, undefined]);
    }
  });

  it.each(['/docs-json', '/docs'])('says in its document at %s that the API is there', async (path) => {
    const { servers } = (await (await fetch(`${proxy.url}/docs-json`)).json()) as Document;
    const bases = servers.map(({ url }) => new URL(url, `${proxy.url}${path}`).href);
    expect(bases).toEqual([`${proxy.url}/`]);
  });
});
