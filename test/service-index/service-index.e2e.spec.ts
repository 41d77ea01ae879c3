import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { expand, routesOf } from '../support/routes.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

describe('GET /', () => {
  const edge = useService();

  it('has name, version, description and links', async () => {
    const { status, body } = await edge.ask('get', '/');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        name: 'copilot-credit-usage-api',
        version,
        description:
          'Turns the raw messages of a billing period into the bill: what each message cost, exactly, or a clear failure.',
        sample_data: false,
        links: {
          usage: 'v1/usage',
          usage_as_csv: 'v1/usage?format=csv',
          usage_as_ndjson: 'v1/usage?format=ndjson',
          summary: 'v1/usage/summary',
          receipt: 'v1/usage/{message_id}/receipt',
          estimates: 'v1/estimates',
          comparison: 'v1/usage/comparison{?candidate}',
          rate_cards: 'v1/rate-cards',
          rate_card: 'v1/rate-cards/{id}',
          rate_card_vectors: 'v1/rate-cards/{id}/vectors',
          rate_card_schema: 'v1/rate-cards/schema.json',
          dashboard: 'dashboard',
          documentation: 'docs',
          openapi_json: 'docs-json',
          openapi_yaml: 'docs-yaml',
          liveness: 'health/live',
          readiness: 'health/ready',
          metrics: 'metrics',
        },
      },
    });
  });

  const linksOf = async (): Promise<string[]> => {
    const { body } = await edge.ask('get', '/');
    return Object.values((body as { links: Record<string, string> }).links).map((link) => `/${link}`);
  };

  it('links to routes that exist; only estimates need a POST', async () => {
    const links = await linksOf();
    const answers = links.map(async (link) => [link, (await edge.ask('get', expand(link))).status]);
    expect(await Promise.all(answers)).toEqual(links.map((link) => [link, link === '/v1/estimates' ? 405 : 200]));
  });

  it('has every route except itself and the unversioned path of the bill', async () => {
    const known = new Set(['/', '/usage', ...(await linksOf()).map((link) => link.replace(/\{?\?.*/, ''))]);
    const paths = routesOf(edge.app).map(({ path }) => path);
    expect(paths.filter((path) => !known.has(path))).toEqual([]);
  });
});
