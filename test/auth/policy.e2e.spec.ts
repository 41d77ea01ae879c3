import { describe, expect, it } from '@jest/globals';
import { SCOPES } from '../../src/auth/scope.js';
import { apiKey, bearer } from '../support/keys.js';
import { withLedger } from '../support/memory-ledger.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { type Route, expand, routesOf } from '../support/routes.js';
import { useService } from '../support/use-service.js';

/** Every route that needs no key. Whoever adds one says so here, and has no word of the bill in it. */
const PUBLIC = new Set(['GET /', 'GET /dashboard', 'GET /health/live', 'GET /health/ready']);

const BODIES: ReadonlyMap<string, object> = new Map<string, object>([
  ['POST /v1/adjustments', { credits: -1, reason: 'A test' }],
  ['POST /v1/estimates', { messages: [{ text: 'aba' }] }],
  ['POST /v1/readings/{number}/decision', { decision: 'discard', reason: 'A test' }],
  ['POST /v1/usage/comparison', { id: 'flat', title: 'Flat', rules: [{ rule: 'base_cost', credits: 5 }] }],
]);

/** Parameters without which a route refuses whoever asks. */
const QUERIES: ReadonlyMap<string, string> = new Map([
  ['GET /v1/usage/comparison', '?candidate=token-estimate'],
  ['GET /v1/readings', '?outcome=held'],
]);

/** Statuses of answers that are not 200. */
const ANSWERS: ReadonlyMap<string, number> = new Map([['POST /v1/adjustments', 201]]);

const named = ({ method, path }: Route): string => `${method} ${path}`;

describe('a service with keys', () => {
  const service = useService({
    settings: {
      apiKeys: [
        apiKey('everything', 'key-of-everything', ...SCOPES),
        apiKey('nothing', 'key-of-nothing'),
        ...SCOPES.map((scope) => apiKey(scope, `key-of-${scope}`, scope)),
      ],
    },
    upstream: { baseUrl: 'sample' },
    change: withLedger(TWO_PERIODS),
    fresh: true,
  });

  const ask = (route: Route, headers: Record<string, string> = {}) => {
    const path = `${expand(route.path).replace('/1000/', '/2002/')}${QUERIES.get(named(route)) ?? ''}`;
    const asked = route.method === 'GET' ? service.http.get(path) : service.http.post(path);
    return asked
      .set('Idempotency-Key', 'policy')
      .set(headers)
      .send(BODIES.get(named(route)));
  };

  const statusesOf = (routes: readonly Route[], headers?: Record<string, string>) =>
    Promise.all(routes.map(async (route) => [named(route), (await ask(route, headers)).status]));

  const keyed = (): Route[] => routesOf(service.app).filter((route) => !PUBLIC.has(named(route)));
  const all = (status: number): unknown[] => keyed().map((route) => [named(route), status]);

  /** The scopes that open each route, by its name. */
  const openingScopes = async (): Promise<Record<string, string[]>> => {
    const opened = await Promise.all(SCOPES.map((scope) => statusesOf(keyed(), bearer(`key-of-${scope}`))));
    return Object.fromEntries(
      keyed().map((route, place) => [
        named(route),
        SCOPES.filter((_, scope) => [200, 201].includes(Number(opened[scope]?.[place]?.[1]))),
      ]),
    );
  };

  it('has routes to keep, and no public one that is not mounted', () => {
    const mounted = routesOf(service.app).map(named);
    expect(mounted).toEqual(expect.arrayContaining([...PUBLIC, 'GET /usage', 'POST /v1/estimates']));
  });

  it('answers 401 on every route that is not declared public, where no key comes', async () => {
    expect(await statusesOf(keyed())).toEqual(all(401));
  });

  it('answers 401 there to a key that it does not know', async () => {
    expect(await statusesOf(keyed(), bearer('another-key'))).toEqual(all(401));
  });

  it('answers 403 there to a key without scopes', async () => {
    expect(await statusesOf(keyed(), bearer('key-of-nothing'))).toEqual(all(403));
  });

  it('answers there to a key with every scope', async () => {
    expect(await statusesOf(keyed(), bearer('key-of-everything'))).toEqual(
      keyed().map((route) => [named(route), ANSWERS.get(named(route)) ?? 200]),
    );
  });

  it('opens each of them to exactly one scope', async () => {
    const scopes = await openingScopes();
    expect(scopes).toEqual(Object.fromEntries(keyed().map((route) => [named(route), [expect.any(String)]])));
    expect(Object.fromEntries(Object.entries(scopes).map(([route, [scope]]) => [route, scope]))).toMatchObject({
      'GET /usage': 'usage:read',
      'GET /v1/usage': 'usage:read',
      'GET /v1/usage/summary': 'usage:read',
      'GET /v1/usage/comparison': 'usage:read',
      'GET /v1/rate-cards': 'usage:read',
      'GET /v1/usage/{message_id}/receipt': 'receipts:read',
      'POST /v1/estimates': 'receipts:read',
      'GET /v1/periods/{id}/sealed': 'usage:read',
      'GET /v1/readings': 'usage:read',
      'POST /v1/adjustments': 'ledger:write',
      'POST /v1/readings/{number}/decision': 'ledger:write',
    });
  });

  it.each([...PUBLIC, 'GET /docs', 'GET /docs-json', 'GET /docs-yaml', 'GET /docs/swagger-ui.css'])(
    'needs no key for %s',
    async (route) => {
      const path = route.replace('GET ', '');
      const [without, wrong] = [await service.http.get(path), await service.http.get(path).set(bearer('another-key'))];
      expect([without.status, wrong.status]).toEqual([200, 200]);
    },
  );

  it('needs none for the files of the page', async () => {
    const { text } = await service.http.get('/dashboard').expect(200);
    const files = Array.from(text.matchAll(/(?:href|src)="(dashboard\/[^"]+\.(?:css|svg|mjs))"/g), ([, file]) => file);
    const statuses = await Promise.all(files.map(async (file = '') => (await service.http.get(`/${file}`)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('documents 401, 403 and 429 on every route that it keeps, how to bring a key, and with which scope', async () => {
    const { body } = await service.http.get('/docs-json').expect(200);
    const { paths, components } = body as Document;
    const documented = keyed().map((route) => {
      const { responses = {}, security } = paths[route.path]?.[route.method.toLowerCase()] ?? {};
      return [named(route), ['401', '403', '429'].filter((status) => status in responses), security];
    });
    const scopes = await openingScopes();
    expect(documented).toEqual(
      keyed().map((route) => {
        const opening = scopes[named(route)];
        return [named(route), ['401', '403', '429'], [{ bearer: opening }, { 'X-API-Key': opening }]];
      }),
    );
    expect(components.securitySchemes).toMatchObject({
      bearer: { type: 'http', scheme: 'bearer' },
      'X-API-Key': { type: 'apiKey', in: 'header', name: 'X-API-Key' },
    });
  });
});

interface Document {
  readonly paths: Record<string, Record<string, { readonly responses: object; readonly security?: object[] }>>;
  readonly components: { readonly securitySchemes: object };
}
