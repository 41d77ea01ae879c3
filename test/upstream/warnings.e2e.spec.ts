import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { reportEntry } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { ServiceProcess } from '../support/service-process.js';

describe('GET /usage of many reports at once, as a process', () => {
  const ids = Array.from({ length: 100 }, (_, id) => id);
  let upstream: FakeUpstream;
  let service: ServiceProcess;

  beforeEach(async () => {
    upstream = await FakeUpstream.start();
    const settings = {
      COPILOT_API_BASE_URL: upstream.baseUrl,
      UPSTREAM_CONCURRENCY: '100',
      PORT: '0',
      UPSTREAM_RETRY_RESERVE: '100',
      UPSTREAM_TIMEOUT_MS: '60000',
      UPSTREAM_DEADLINE_MS: '60000',
    };
    service = ServiceProcess.start({ ...settings, NODE_ENV: 'production' });
  });
  afterEach(async () => {
    await service.end();
    await upstream.stop();
  });

  it.each([
    { way: 'at the first attempt', failures: [] },
    { way: 'after a wait that all of them share', failures: [status(503)] },
  ])('bills them $way, without a warning from Node, and stops at once', async ({ failures }) => {
    upstream.on(MESSAGES, json(period(...ids.map((id) => message({ id, report_id: id })))));
    for (const id of ids) upstream.on(`/reports/${id}`, ...failures, json(report({ id })));
    const answer = await fetch(`${await service.url()}/usage`);

    expect(await answer.json()).toEqual({ usage: ids.map((id) => reportEntry({ message_id: id })) });
    service.signal('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
    expect(await service.stderr).toBe('');
  });
});
