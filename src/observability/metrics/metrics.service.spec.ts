import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Scrape } from '../../../test/support/prometheus.js';
import { MetricsService } from './metrics.service.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const scrapeAfter = async (measure: (metrics: MetricsService) => void): Promise<Scrape> => {
  const metrics = new MetricsService();
  measure(metrics);
  return new Scrape(await metrics.text());
};

const nothing = (): void => undefined;

describe('the metrics', () => {
  it('have the version of the service and of Node', async () => {
    expect((await scrapeAfter(nothing)).samples('service_build_info')).toEqual([
      `service_build_info{version="${version}",node="${process.version}"} 1`,
    ]);
  });

  it('have those of the process and its event loop', async () => {
    const { families } = await scrapeAfter(nothing);
    const some = ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds'];
    expect([...families.keys()]).toEqual(expect.arrayContaining(some));
  });

  it('belong to one application, even if a process has two', async () => {
    await scrapeAfter((metrics) => metrics.readingShared());
    expect((await scrapeAfter(nothing)).samples('upstream_shared_readings_total')).toEqual([
      'upstream_shared_readings_total 0',
    ]);
  });

  it('count and time requests by method, route and status', async () => {
    const usage = { method: 'GET', route: '/v1/usage', status: '200' };
    const scrape = await scrapeAfter((metrics) => {
      metrics.requestAnswered(usage, 0.25);
      metrics.requestAnswered(usage, 0.5);
    });
    expect(scrape.samples('http_request_duration_seconds_count')).toEqual([
      'http_request_duration_seconds_count{method="GET",route="/v1/usage",status="200"} 2',
    ]);
    expect(scrape.samples('http_request_duration_seconds_sum')).toEqual([
      'http_request_duration_seconds_sum{method="GET",route="/v1/usage",status="200"} 0.75',
    ]);
  });

  it('label methods that no route has as other', async () => {
    const scrape = await scrapeAfter((metrics) => {
      for (const method of ['PROPFIND', 'M-SEARCH', 'TRACE']) {
        metrics.requestAnswered({ method, route: 'none', status: '404' }, 1);
      }
    });
    expect(scrape.samples('http_request_duration_seconds_count')).toEqual([
      'http_request_duration_seconds_count{method="other",route="none",status="404"} 3',
    ]);
  });

  it('count and time attempts at upstream calls by endpoint and outcome', async () => {
    const scrape = await scrapeAfter((metrics) => {
      metrics.upstreamAnswered('messages', 'timeout', 5);
      metrics.upstreamAnswered('messages', 'ok', 0.25);
      metrics.upstreamAnswered('report', 'not_found', 0.125);
    });
    expect(scrape.samples('upstream_request_duration_seconds_sum')).toEqual([
      'upstream_request_duration_seconds_sum{endpoint="messages",outcome="timeout"} 5',
      'upstream_request_duration_seconds_sum{endpoint="messages",outcome="ok"} 0.25',
      'upstream_request_duration_seconds_sum{endpoint="report",outcome="not_found"} 0.125',
    ]);
  });

  it('count retries from zero, so that the first one is seen as an increase', async () => {
    const scrape = await scrapeAfter((metrics) => metrics.upstreamRetried('report'));
    expect(scrape.samples('upstream_retries_total')).toEqual([
      'upstream_retries_total{endpoint="messages"} 0',
      'upstream_retries_total{endpoint="report"} 1',
    ]);
  });

  it('count the requests that shared a read of the period', async () => {
    const scrape = await scrapeAfter((metrics) => {
      metrics.readingShared();
      metrics.readingShared();
    });
    expect(scrape.samples('upstream_shared_readings_total')).toEqual(['upstream_shared_readings_total 2']);
  });

  it.each<{ states: ('open' | 'half_open' | 'closed')[]; expected: string[] }>`
    states                             | expected
    ${[]}                              | ${['closed 1', 'half_open 0', 'open 0']}
    ${['open']}                        | ${['closed 0', 'half_open 0', 'open 1']}
    ${['open', 'half_open']}           | ${['closed 0', 'half_open 1', 'open 0']}
    ${['open', 'half_open', 'closed']} | ${['closed 1', 'half_open 0', 'open 0']}
  `('have the breaker in exactly one state, closed at first: $states', async ({ states, expected }) => {
    const scrape = await scrapeAfter((metrics) => states.forEach((state) => metrics.breakerIs(state)));
    expect(scrape.samples('upstream_breaker_state')).toEqual(
      expected.map((line) => line.replace(/(\w+) (\d)/, 'upstream_breaker_state{state="$1"} $2')),
    );
  });

  it('have the figures of the last bill and its time', async () => {
    const before = Date.now() / 1000;
    const scrape = await scrapeAfter((metrics) => {
      metrics.billMade({ entries: { report: 1, text: 1, text_report_not_found: 0 }, credits: '80.05', repeatedIds: 1 });
      metrics.billMade({
        entries: { report: 39, text: 106, text_report_not_found: 7 },
        credits: '3047.15',
        repeatedIds: 0,
      });
    });
    expect(scrape.samples('bill_entries')).toEqual([
      'bill_entries{basis="report"} 39',
      'bill_entries{basis="text"} 106',
      'bill_entries{basis="text_report_not_found"} 7',
    ]);
    expect(scrape.samples('bill_credits')).toEqual(['bill_credits 3047.15']);
    expect(scrape.samples('bill_repeated_message_ids')).toEqual(['bill_repeated_message_ids 0']);
    const madeAt = Number(scrape.samples('bill_timestamp_seconds')[0]?.split(' ')[1]);
    expect(madeAt).toBeGreaterThanOrEqual(before);
    expect(madeAt).toBeLessThanOrEqual(Date.now() / 1000);
  });
});
