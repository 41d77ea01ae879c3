import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { endless, reset, said, silent, status, trickling } from '../support/answers.js';
import { FakeUpstream } from '../support/fake-upstream.js';
import { get } from '../support/http-client.js';
import { ServiceProcess } from '../support/service-process.js';
import { TraceCollector } from '../support/trace-collector.js';

const REPORTING = `--import=${new URL('../support/loaded-modules.mjs', import.meta.url).href}`;

const DIST = new URL('../../dist/', import.meta.url);

/** A class of OpenTelemetry's SDK. Its API, which does nothing alone, comes with prom-client. */
const SDK = /\bBatchSpanProcessorBase\b/;

describe('node dist/main.js', () => {
  let service: ServiceProcess;

  afterEach(() => service.end());

  /** Serves one bill, stops, and says which files of the build it had loaded. */
  const loadedFiles = async (env: NodeJS.ProcessEnv): Promise<string[]> => {
    service = ServiceProcess.start({ COPILOT_API_BASE_URL: 'sample', PORT: '0', NODE_OPTIONS: REPORTING, ...env });
    expect((await get(`${await service.url()}/usage`)).status).toBe(200);
    service.signal('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
    const loaded = /^loaded: (.*)$/m.exec(await service.stderr)?.[1]?.split(' ') ?? [];
    return readdirSync(DIST).filter((name) => loaded.includes(name));
  };

  const withSdk = (files: readonly string[]): string[] =>
    files.filter((name) => SDK.test(readFileSync(new URL(name, DIST), 'utf8')));

  it('without a trace collector, does not load the SDK of OpenTelemetry', async () => {
    const loaded = await loadedFiles({});
    expect(loaded).toContain('main.js');
    expect(withSdk(loaded)).toEqual([]);
  });

  it('with a trace collector, loads the SDK and exports remaining spans before it exits', async () => {
    const collector = await TraceCollector.start();
    const loaded = await loadedFiles({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` });
    expect(withSdk(loaded)).toEqual([expect.stringMatching(/^otlp-tracing-/)]);
    expect(collector.span('GET /usage').attributes['http.response.status_code']).toBe(200);
    await collector.stop();
  });

  it('with a trace collector that never answers, exits all the same', async () => {
    const collector = await FakeUpstream.start();
    collector.on('/v1/traces', silent);
    await loadedFiles({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.baseUrl });
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
    await loadedFiles({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.baseUrl });
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
