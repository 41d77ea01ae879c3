import { NINE_CALLS, SERVICE, serviceSettings } from '../contenders.js';
import type { Stage } from '../processes/stage.js';
import { atMost, type Detail } from '../result.js';
import { MESSAGES, SMALL_PERIOD } from '../upstream/period.js';
import { besideRoundTrip } from './round-trips.js';
import type { Scenario } from './scenario.js';

const UPSTREAMS = [
  { latencyMs: 20, etags: true },
  { latencyMs: 20, etags: false },
  { latencyMs: 0, etags: true },
  { latencyMs: 0, etags: false },
];

type UpstreamKind = (typeof UPSTREAMS)[number];

/**
 * Every answer is confirmed by the upstream, for one caller after the other: what the service adds to a round trip, beside
 * what its calls alone add.
 */
export const confirmed: Scenario = {
  number: 2,
  title: 'GET /usage, always confirmed, one caller',
  async run(stage, { quick }) {
    const measured = [];
    for (const kind of UPSTREAMS) measured.push(await measure(stage, kind, quick ? 1 : 6));
    return {
      rows: measured.map(({ kind, roundTrip, calls, service }) => ({
        what: `always confirmed, one caller, ${nameOf(kind)}, p50 over a round trip`,
        value: (service.p50 - roundTrip.p50) / (calls.p50 - roundTrip.p50),
        unit: 'times its calls with bare axios',
        ...(kind.latencyMs > 0 && kind.etags && { target: atMost(1.3) }),
      })),
      details: measured.map(({ kind, roundTrip, calls, service, callsPerAnswer }): Detail => ({
        upstream: nameOf(kind),
        'round trip p50 ms': roundTrip.p50,
        'bare axios p50 ms': calls.p50,
        'answer p50 ms': service.p50,
        'answer p99 ms': service.p99,
        answers: service.count,
        'upstream calls an answer': callsPerAnswer,
      })),
    };
  },
};

const nameOf = ({ latencyMs, etags }: UpstreamKind): string => `${latencyMs} ms ${etags ? 'with' : 'without'} ETag`;

const measure = async (stage: Stage, kind: UpstreamKind, rounds: number) => {
  const upstream = await stage.upstream({ period: SMALL_PERIOD, ...kind });
  const service = await stage.server(SERVICE, serviceSettings(upstream.url));
  const nineCalls = await stage.server(NINE_CALLS, { COPILOT_API_BASE_URL: upstream.url });
  const callers = { roundTrip: stage.caller(), calls: stage.caller(), service: stage.caller() };
  const messages = `${upstream.url}${MESSAGES}`;
  const etag = (await fetch(messages)).headers.get('etag');
  const roundTrip =
    etag === null ? { url: messages } : { url: messages, headers: { 'If-None-Match': etag }, expectedStatus: 304 };
  const usage = { url: `${service.url}/usage` };
  // The first answers of a process are slow while V8 compiles what they run.
  await Promise.all([
    callers.service.ask('callAgain', usage, 50),
    callers.calls.ask('callAgain', { url: nineCalls.url }, 50),
  ]);
  const times = await besideRoundTrip(callers, { roundTrip, calls: { url: nineCalls.url }, service: usage }, rounds);
  await upstream.callsSince();
  const counted = await callers.service.ask('callAgain', usage, 10);
  const callsPerAnswer = (await upstream.callsSince()) / counted.length;
  await stage.clear();
  return { kind, ...times, callsPerAnswer };
};
