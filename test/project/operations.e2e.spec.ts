import { beforeAll, describe, expect, it } from '@jest/globals';
import { MetricsService } from '../../src/observability/metrics/metrics.service.js';
import { anchorsOf, readFile } from '../support/pages.js';
import { Scrape } from '../support/prometheus.js';
import { useService } from '../support/use-service.js';

const PAGE = readFile('docs/operations/README.md');

/** What a metric of this service is called; a histogram by its own name and by those of its parts. */
const METRIC = /\b(?:http|upstream|bill|ledger|log|service|process|nodejs)_[a-z0-9_]*[a-z0-9]\b/g;

/** The metrics that a query of Prometheus asks for: neither its labels nor what it groups by. */
const askedFor = (query: string): string[] =>
  query
    .replaceAll(/\{[^}]*\}|\b(?:by|on) \([^)]*\)/g, '')
    .match(/\b[a-z]+_[a-z0-9_]+\b/g)
    ?.filter(isNoFunction) ?? [];

const isNoFunction = (word: string): boolean => !['histogram_quantile', 'max_over_time', 'label_values'].includes(word);

interface Dashboard {
  readonly title: string;
  readonly templating: { readonly list: readonly { readonly query: string | { readonly query: string } }[] };
  readonly panels: readonly {
    readonly title: string;
    readonly description: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const dashboard = JSON.parse(readFile('docs/operations/grafana-dashboard.json')) as Dashboard;

/** Each alert with its query, read by their indentation. */
const alerts = readFile('docs/operations/alerts.yml')
  .split('- alert: ')
  .slice(1)
  .map((alert) => {
    const [, name = '', expr = '', rest = ''] = /^(\w+)\n +expr: \|\n((?: {10}.*\n)+)([^]*)$/.exec(alert) ?? [];
    return { name, expr, rest };
  });

describe('docs/operations', () => {
  const service = useService({ upstream: { baseUrl: 'sample' } });
  let scrape: Scrape;

  beforeAll(async () => {
    await service.http.get('/usage').expect(200);
    const metrics = service.app.get(MetricsService);
    metrics.upstreamAnswered('messages', 'ok', 0.02);
    metrics.billMade({ entries: { report: 1, text: 2, text_report_not_found: 0 }, credits: '50.00', repeatedIds: 0 });
    metrics.ledgerRecorded('default', 1_772_439_249);
    metrics.readingHeld('default', 'empty');
    scrape = new Scrape((await service.http.get('/metrics').expect(200)).text);
  });

  const unknown = (names: Iterable<string>): string[] => [...names].filter((name) => !scrape.queryable.has(name));

  it.each(dashboard.panels.map(({ title, targets }) => ({ title, queries: targets.map(({ expr }) => expr) })))(
    'the panel "$title" queries metrics that exist',
    ({ queries }) => {
      for (const query of queries) {
        expect(askedFor(query)).not.toEqual([]);
        expect(unknown(askedFor(query))).toEqual([]);
      }
    },
  );

  it('the dashboard has these panels, each with a description and a position of its own', () => {
    expect(dashboard.panels.map(({ title }) => title)).toEqual([
      'Credits of the period',
      'Entries',
      'Since the last bill',
      'Running',
      'Requests by status',
      'Time of an answer',
      'Requests by route',
      'Time of an answer by route, p99',
      'Attempts upstream by outcome',
      'Time of an attempt upstream',
      'Retries upstream',
      'Circuit breaker',
      'Shared readings',
      'Entries by basis',
      'Event-loop lag',
      'Memory',
      'CPU',
      'Lines dropped from the log',
      'Since the ledger recorded',
      'Readings held by the ledger',
    ]);
    expect(dashboard.panels.filter(({ description }) => !/\w.*\.$/.test(description))).toEqual([]);
    const places = dashboard.panels.map(({ gridPos: { x, y } }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('the dashboard finds its jobs by a metric that exists', () => {
    const queries = dashboard.templating.list.flatMap(({ query }) => (typeof query === 'object' ? query.query : []));
    expect(queries).toEqual(['label_values(service_build_info, job)']);
    expect(unknown(queries.flatMap(askedFor))).toEqual([]);
  });

  it('has alerts for bills, the upstream, the service and the ledger', () => {
    expect(alerts.map(({ name }) => name)).toEqual([
      'BillsFailing',
      'UpstreamFailing',
      'SlowOrSaturated',
      'LedgerNotRecording',
      'ReadingsHeld',
    ]);
  });

  it.each(alerts)('the alert $name queries metrics that exist, and has a severity and a runbook', (alert) => {
    expect(askedFor(alert.expr)).not.toEqual([]);
    expect(unknown(askedFor(alert.expr))).toEqual([]);
    expect(alert.rest).toMatch(/for: \d+m\n +labels:\n +severity: (?:critical|warning)\n +annotations:\n +summary: \w/);
    const [, section = ''] = /runbook: docs\/operations\/README\.md#([\w-]+)/.exec(alert.rest) ?? [];
    expect([...anchorsOf(PAGE)]).toContain(section);
  });

  it.each(alerts)('the page says what to do about $name', ({ name }) => {
    expect(PAGE).toContain(`The alert is \`${name}\``);
  });

  it('the page names every metric of the service, and only metrics that exist', () => {
    const named = new Set(PAGE.match(METRIC));
    const known = new Set([...scrape.families.keys(), ...scrape.queryable]);
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
    const own = [...scrape.families.keys()].filter((name) => !/^(?:process|nodejs)_/.test(name));
    expect(own.filter((name) => !named.has(name))).toEqual([]);
  });

  it('the page says of each metric which labels it has', () => {
    const rows = Array.from(PAGE.matchAll(/^\| `(\w+)` +\| ([^|]*)\|/gm), ([, name = '', labels = '']) => [
      name,
      labels.match(/\w+/g) ?? [],
    ]);
    const sampled = [...scrape.families.keys()].map((name) => {
      const sample = scrape.samples(name)[0] ?? scrape.samples(`${name}_count`)[0] ?? '';
      return [name, Array.from(sample.matchAll(/(\w+)="/g), ([, label]) => label)];
    });
    expect(sampled).toEqual(expect.arrayContaining(rows));
  });
});
