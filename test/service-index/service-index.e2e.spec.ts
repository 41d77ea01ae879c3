import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { withLedger } from '../support/memory-ledger.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { expand, routesOf } from '../support/routes.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The links that have no GET. */
const POSTED = new Set(['/v1/estimates', '/v1/readings/{number}/decision']);

describe('GET /', () => {
  const edge = useService({ change: withLedger(TWO_PERIODS) });

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
          usage_csv: 'v1/usage.csv',
          usage_ndjson: 'v1/usage.ndjson',
          usage_xlsx: 'v1/usage.xlsx',
          summary: 'v1/usage/summary',
          summary_csv: 'v1/usage/summary.csv',
          summary_xlsx: 'v1/usage/summary.xlsx',
          receipt: 'v1/usage/{message_id}/receipt',
          receipt_text: 'v1/usage/{message_id}/receipt.txt',
          estimates: 'v1/estimates',
          comparison: 'v1/usage/comparison{?candidate}',
          usage_of_period: 'v1/usage{?period}',
          periods: 'v1/periods',
          period: 'v1/periods/{id}',
          period_changes: 'v1/periods/{id}/changes',
          period_sealed: 'v1/periods/{id}/sealed',
          adjustments: 'v1/adjustments{?period}',
          adjustment: 'v1/adjustments/{number}',
          reconciliation: 'v1/reconciliation',
          held_readings: 'v1/readings?outcome=held',
          decision: 'v1/readings/{number}/decision',
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

  it('links to routes that exist; only estimates and decisions need a POST', async () => {
    const links = await linksOf();
    const answers = links.map(async (link) => [link, (await edge.ask('get', expand(link))).status]);
    expect(await Promise.all(answers)).toEqual(links.map((link) => [link, POSTED.has(link) ? 405 : 200]));
  });

  it('has every route except itself and the unversioned path of the bill', async () => {
    const known = new Set(['/', '/usage', ...(await linksOf()).map((link) => link.replace(/\{?\?.*/, ''))]);
    const paths = routesOf(edge.app).map(({ path }) => path);
    expect(paths.filter((path) => !known.has(path))).toEqual([]);
  });
});
