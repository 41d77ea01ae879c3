import { afterEach, describe, expect, it } from '@jest/globals';
import { endless, reset, said, silent, status, trickling } from '../support/answers.js';
import { FakeUpstream } from '../support/fake-upstream.js';
import { get } from '../support/http-client.js';
import { ServiceProcess } from '../support/service-process.js';
import { TraceCollector } from '../support/trace-collector.js';

const REPORTING = `--import=${new URL('../support/loaded-modules.mjs', import.meta.url).href}`;

/** What OpenTelemetry's traces are made of. `@opentelemetry/api`, its types, comes with prom-client and does nothing. */
const TRACING = ['core', 'exporter-trace-otlp-http', 'resources', 'sdk-trace-base'].map(
  (name) => `@opentelemetry/${name}`,
);

describe('node dist/main.js', () => {
  let service: ServiceProcess;

  afterEach(() => service.end());

  /** Serves one bill, stops, and says which packages it had loaded. */
  const loadedPackages = async (env: NodeJS.ProcessEnv): Promise<string[]> => {
    service = ServiceProcess.start({ COPILOT_API_BASE_URL: 'sample', PORT: '0', NODE_OPTIONS: REPORTING, ...env });
    expect((await get(`${await service.url()}/usage`)).status).toBe(200);
    service.signal('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
    return /^loaded: (.*)$/m.exec(await service.stderr)?.[1]?.split(' ') ?? [];
  };

  it('without a trace collector, does not load the SDK of OpenTelemetry', async () => {
    const loaded = await loadedPackages({});
    expect(loaded).toEqual(expect.arrayContaining(['express', 'prom-client']));
    expect(loaded.filter((name) => name.startsWith('@opentelemetry/') && name !== '@opentelemetry/api')).toEqual([]);
  });

  it('with a trace collector, loads the SDK and exports remaining spans before it exits', async () => {
    const collector = await TraceCollector.start();
    const loaded = await loadedPackages({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` });
    expect(loaded).toEqual(expect.arrayContaining(TRACING));
    expect(collector.span('GET /usage').attributes['http.response.status_code']).toBe(200);
    await collector.stop();
  });

  it('with a trace collector that never answers, exits all the same', async () => {
    const collector = await FakeUpstream.start();
    collector.on('/v1/traces', silent);
    await loadedPackages({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.baseUrl });
    expect(collector.timesAsked('/v1/traces')).toBe(1);
    await collector.stop();
  });

  it.each([
    ['answers without end', endless],
    ['trickles', trickling],
    ['answers what is no HTTP', said('nonsense')],
    ['hangs up', reset],
    ['fails', status(500)],
    ['asks to wait for a day', status(503, { 'Retry-After': '86400' })],
  ])('with a trace collector that %s, exits all the same', async (_way, answer) => {
    const collector = await FakeUpstream.start();
    collector.on('/v1/traces', answer);
    await loadedPackages({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.baseUrl });
    expect(collector.timesAsked('/v1/traces')).toBeGreaterThan(0);
    await collector.stop();
  });

  it('refuses a trace collector whose address is not a URL', async () => {
    service = ServiceProcess.start({ COPILOT_API_BASE_URL: 'sample', OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' });
    expect(await service.exit).toEqual({ code: 1, signal: null });
    expect(await service.stderr).toContain(
      'OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) URL without credentials, query or fragment',
    );
  });
});
