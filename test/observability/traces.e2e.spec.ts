import type { Server } from 'node:http';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EstimatesService } from '../../src/estimates/estimates.service.js';
import { Tracing } from '../../src/observability/tracing/tracing.js';
import { json, silent, status } from '../support/answers.js';
import { startService } from '../support/service.js';
import { BILL } from '../support/use-service.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { MemoryLog } from '../support/memory-log.js';
import { message, period } from '../support/period.js';
import { portOf, rawGet } from '../support/raw-http.js';
import type { RunningService } from '../support/service.js';
import { testSettings } from '../support/settings.js';
import { TraceCollector } from '../support/trace-collector.js';

const SERVER = 2;
const CLIENT = 3;
const UNSET = { code: 0 };
const ERROR = { code: 2 };

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';

describe('with OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  const log = new MemoryLog();
  let collector: TraceCollector;
  let upstream: FakeUpstream;
  let service: RunningService;
  let isStopped: boolean;

  beforeEach(async () => {
    collector = await TraceCollector.start();
    upstream = await FakeUpstream.start();
    upstream.on(MESSAGES, json(period(message())));
    const settings = testSettings(
      { baseUrl: upstream.baseUrl, retries: 0 },
      { logLevel: 'info', traceCollector: collector.url },
    );
    service = await startService(settings, { change: log.replacing });
    isStopped = false;
    log.clear();
  });
  afterEach(async () => {
    await stop();
    await upstream.stop();
    await collector.stop();
  });

  /** Stops the service, which exports what there is left. */
  const stop = async (): Promise<void> => {
    if (!isStopped) await service.stop();
    isStopped = true;
  };

  it('each request is a span with its route, status and id', async () => {
    await service.http.get('/v1/usage').set('X-Request-Id', 'asked-by-a-test').expect(200, BILL);
    await stop();
    expect(collector.span('GET /v1/usage')).toEqual({
      name: 'GET /v1/usage',
      kind: SERVER,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
      parentSpanId: undefined,
      status: UNSET,
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/v1/usage',
        'http.response.status_code': 200,
        'request.id': 'asked-by-a-test',
      },
    });
  });

  it('spans are sent to the traces path of the collector, in the name of this service', async () => {
    await service.http.get('/health/live').expect(200);
    await stop();
    expect(collector.asked.map(({ path }) => path)).toEqual(['/v1/traces']);
    expect(collector.resource).toMatchObject({
      'service.name': 'copilot-credit-usage-api',
      'service.version': expect.stringMatching(/^\d/),
    });
  });

  it.each<{ path: string; code: number; name: string; spanStatus: object; errorType: unknown }>`
    path               | code   | name               | spanStatus | errorType
    ${'/nope'}         | ${404} | ${'GET'}           | ${UNSET}   | ${undefined}
    ${'/usage?form=1'} | ${400} | ${'GET /usage'}    | ${UNSET}   | ${undefined}
    ${'/v1/usage'}     | ${500} | ${'GET /v1/usage'} | ${ERROR}   | ${'UpstreamUnavailableError'}
  `('only a 5xx marks the span as failed: $code for $path', async ({ path, code, name, spanStatus, errorType }) => {
    upstream.on(MESSAGES, status(403));
    await service.http.get(path).expect(code);
    await stop();
    const span = collector.span(name);
    expect(span.status).toEqual(spanStatus);
    expect(span.attributes['http.response.status_code']).toBe(code);
    expect(span.attributes['error.type']).toBe(errorType);
  });

  it('a request whose caller left is aborted, not failed', async () => {
    upstream.on(MESSAGES, silent);
    const server: Server = service.app.getHttpServer();
    const ended = new Promise((resolve) => {
      server.once('request', (_request, response) => response.once('close', resolve));
    });
    const socket = connect(portOf(service.app), '127.0.0.1');
    socket.write(rawGet('/v1/usage'));
    await upstream.crowded(1);
    socket.destroy();
    await ended;
    await stop();
    const { status, attributes } = collector.span('GET /v1/usage');
    expect({ status, errorType: attributes['error.type'] }).toEqual({ status: UNSET, errorType: 'aborted' });
  });

  it('a request joins the trace of its caller', async () => {
    await service.http.get('/health/live').set('traceparent', `00-${TRACE}-${CALLER}-01`).expect(200);
    await stop();
    expect(collector.span('GET /health/live')).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
  });

  it('a request is not sampled if its caller does not sample', async () => {
    await service.http.get('/health/live').set('traceparent', `00-${TRACE}-${CALLER}-00`).expect(200);
    await stop();
    expect(collector.spans).toEqual([]);
  });

  it.each(['', 'nonsense', `00-${'0'.repeat(32)}-${CALLER}-01`, `ff-${TRACE}-${CALLER}-01`, `00-${TRACE}-${CALLER}`])(
    'an invalid traceparent starts a new trace: %p',
    async (traceparent) => {
      await service.http.get('/health/live').set('traceparent', traceparent).expect(200);
      await stop();
      const { traceId, parentSpanId } = collector.span('GET /health/live');
      expect(traceId).not.toBe(TRACE);
      expect(parentSpanId).toBeUndefined();
    },
  );

  it('every log line of a request has the id of its trace', async () => {
    upstream.on(MESSAGES, json(period(message(), message())));
    await service.http.get('/v1/usage').set('traceparent', `00-${TRACE}-${CALLER}-01`).expect(200);
    await stop();
    expect(log.requests.map(({ msg, trace_id }) => ({ msg, trace_id }))).toEqual([
      { msg: '1 messages repeat the id of another one; all are billed', trace_id: TRACE },
      { msg: 'GET 200', trace_id: TRACE },
    ]);
  });

  it('a call within a request is its child span, even after the body was read', async () => {
    const tracing = service.app.get(Tracing);
    const estimates = service.app.get(EstimatesService);
    jest.spyOn(estimates, 'estimate').mockImplementation(() =>
      tracing.runInSpan('GET /reports/{id}', { 'upstream.attempt': 1 }, async (span) => {
        span.setAttributes({ more: true });
        return { estimates: [] } as never;
      }),
    );
    await service.http
      .post('/v1/estimates')
      .send({ messages: [{ text: 'Rent?' }] })
      .expect(200);
    await stop();
    const request = collector.span('POST /v1/estimates');
    expect(collector.span('GET /reports/{id}')).toEqual({
      name: 'GET /reports/{id}',
      kind: CLIENT,
      traceId: request.traceId,
      spanId: expect.any(String),
      parentSpanId: request.spanId,
      status: UNSET,
      attributes: { 'upstream.attempt': 1, more: true },
    });
  });

  it('nested spans are parent and child; a failed one has the name of the error, which is rethrown', async () => {
    const tracing = service.app.get(Tracing);
    const failing = tracing.runInSpan('outer', {}, () =>
      tracing.runInSpan('inner', {}, async () => {
        throw new TypeError('Whitfield v. Marsh');
      }),
    );
    await expect(failing).rejects.toThrow(new TypeError('Whitfield v. Marsh'));
    await stop();
    const outer = collector.span('outer');
    expect(collector.span('inner')).toMatchObject({
      parentSpanId: outer.spanId,
      status: ERROR,
      attributes: { 'error.type': 'TypeError' },
    });
    expect(JSON.stringify(collector.spans)).not.toMatch(/Whitfield/);
  });

  it('no trace header is sent to upstream', async () => {
    await service.http.get('/usage').set('traceparent', `00-${TRACE}-${CALLER}-01`).expect(200);
    await stop();
    expect(upstream.asked.map(({ headers }) => [headers['traceparent'], headers['tracestate']])).toEqual([
      [undefined, undefined],
    ]);
  });

  it('a collector that refuses causes a warning and fails no request', async () => {
    collector.status = 400;
    await service.http.get('/usage').expect(200);
    await stop();
    expect(log.lines.filter(({ level }) => Number(level) > 30)).toEqual([
      {
        level: 40,
        time: expect.any(Number),
        context: 'Tracing',
        msg: expect.stringMatching(/^Traces could not be exported to their collector: ./),
      },
    ]);
  });
});

describe('with OTEL_EXPORTER_OTLP_ENDPOINT, exporting while requests are answered', () => {
  const log = new MemoryLog();
  let collector: TraceCollector;
  let service: RunningService;

  beforeAll(async () => {
    process.env['OTEL_BSP_SCHEDULE_DELAY'] = '1';
    collector = await TraceCollector.start();
    collector.status = 400;
    const settings = testSettings({ baseUrl: 'sample' }, { logLevel: 'warn', traceCollector: collector.url });
    service = await startService(settings, { change: log.replacing });
    log.clear();
  });
  afterAll(async () => {
    delete process.env['OTEL_BSP_SCHEDULE_DELAY'];
    await service.stop();
    await collector.stop();
  });

  it('a warning about a failed export belongs to no request, since an export has spans of several', async () => {
    await service.http.get('/usage').expect(200);
    for (let turns = 0; log.lines.length === 0 && turns < 1_000_000; turns += 1) await setImmediate();
    expect(log.lines[0]).toEqual({
      level: 40,
      time: expect.any(Number),
      context: 'Tracing',
      msg: expect.stringMatching(/^Traces could not be exported to their collector: ./),
    });
  });
});

describe('without OTEL_EXPORTER_OTLP_ENDPOINT', () => {
  it('work runs without a span', async () => {
    const upstream = await FakeUpstream.start();
    const log = new MemoryLog();
    const settings = testSettings({ baseUrl: upstream.baseUrl }, { logLevel: 'info' });
    const service = await startService(settings, { change: log.replacing });
    const tracing = service.app.get(Tracing);
    const worked = tracing.runInSpan('GET /reports/{id}', {}, async (span) => {
      span.setAttributes({ 'http.response.status_code': 200 });
      return 'the report';
    });
    expect(await worked).toBe('the report');
    await service.http.get('/health/live').set('traceparent', `00-${TRACE}-${CALLER}-01`).expect(200);
    expect(log.requests).toEqual([expect.not.objectContaining({ trace_id: expect.anything() })]);
    await service.stop();
    await upstream.stop();
  });
});
