import { beforeEach, describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { serveMixedPeriod } from '../support/mixed-period.js';
import { answered } from '../support/problem-document.js';
import { notAcceptable } from '../support/refusals.js';

const JSON_TYPE = 'application/json';

interface Route {
  readonly path: string;
  readonly types: readonly string[];
  readonly body?: object;
}

const ROUTES: readonly Route[] = [
  { path: '/', types: [JSON_TYPE] },
  { path: '/usage', types: [JSON_TYPE, 'text/csv', 'application/x-ndjson'] },
  { path: '/v1/usage', types: [JSON_TYPE, 'text/csv', 'application/x-ndjson'] },
  { path: '/v1/usage/summary', types: [JSON_TYPE, 'text/csv'] },
  { path: '/v1/usage/1/receipt', types: [JSON_TYPE, 'text/plain', 'text/csv'] },
  { path: '/v1/usage/comparison?candidate=token-estimate', types: [JSON_TYPE] },
  {
    path: '/v1/usage/comparison',
    types: [JSON_TYPE],
    body: { id: 'a', title: 'A', rules: [{ rule: 'base_cost', credits: 5 }] },
  },
  { path: '/v1/estimates', types: [JSON_TYPE], body: { messages: [{ text: 'aba' }] } },
  { path: '/v1/rate-cards', types: [JSON_TYPE] },
  { path: '/v1/rate-cards/standard', types: [JSON_TYPE] },
  { path: '/v1/rate-cards/standard/vectors', types: [JSON_TYPE] },
  { path: '/v1/rate-cards/schema.json', types: [JSON_TYPE] },
  { path: '/docs', types: ['text/html'] },
  { path: '/docs-json', types: [JSON_TYPE] },
  { path: '/docs-yaml', types: ['text/yaml'] },
  { path: '/dashboard', types: ['text/html'] },
];

describe('content negotiation', () => {
  const edge = useService();

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  const ask = ({ path, body }: Route, accept?: string) => {
    const asking = body ? edge.ask('post', path).send(body) : edge.ask('get', path);
    return accept === undefined ? asking : asking.set('Accept', accept);
  };

  const typed = async (asking: ReturnType<typeof ask>) => {
    const { status, type } = await asking;
    return { status, type };
  };

  describe.each(ROUTES)('what $path is offered as', (route) => {
    const [first = '', ...others] = route.types;

    it.each([
      'image/*',
      'application/xml',
      'multipart/mixed, image/png;q=0.5',
      ...route.types.map((type) => `${type};q=0`),
    ])('is refused where it is not accepted, before upstream is asked: %s', async (accept) => {
      const answer = await ask(route, accept);
      expect(answered(answer)).toEqual(notAcceptable(route.path.replace(/\?.*/, ''), ...route.types));
      expect(answer.headers['vary']).toBe('Accept');
      expect(edge.upstream.asked).toEqual([]);
    });

    it.each([
      undefined,
      '',
      '*/*',
      `image/png, */*;q=0.1`,
      `${first.split('/')[0]}/*`,
      first,
      `${first};odata=verbose`,
    ])(`is ${first} for Accept: %s`, async (accept) => {
      expect(await typed(ask(route, accept))).toEqual({ status: 200, type: first });
    });

    it('is any of the others by their names, whatever their parameters', async () => {
      for (const type of others) {
        expect(await typed(ask(route, `${type}; header=present; q=0.3`))).toEqual({ status: 200, type });
      }
    });

    it('varies with Accept where there is a choice', async () => {
      const { vary } = (await ask(route)).headers as { vary?: string };
      expect(vary?.split(', ').includes('Accept') ?? false).toBe(others.length > 0);
    });
  });

  describe('what is not negotiated', () => {
    it.each(['/health/live', '/health/ready', '/metrics'])('is answered whatever is accepted: %s', async (path) => {
      expect((await edge.ask('get', path).set('Accept', 'image/png')).status).toBe(200);
    });

    it('is a problem', async () => {
      const { status, type } = await edge.ask('get', '/nope').set('Accept', 'image/png');
      expect({ status, type }).toEqual({ status: 404, type: 'application/problem+json' });
    });
  });
});
