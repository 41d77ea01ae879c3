import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { UpstreamDeadline } from '../../src/upstream/attempts/upstream-deadline.js';
import { UpstreamError } from '../../src/upstream/upstream.errors.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { report } from '../support/period.js';
import { useClient } from '../support/with-client.js';

const BASE_URL = 'https://upstream.test/tech-task';
const failureOf = (call: Promise<unknown>): Promise<unknown> => call.catch((reason: unknown) => reason);

describe('a failure of the upstream client', () => {
  const upstream = useClient({ baseUrl: BASE_URL, concurrency: 4 });
  let deadline: UpstreamDeadline;
  beforeEach(() => {
    deadline = new UpstreamDeadline(upstream.settings);
  });
  afterEach(() => deadline.close());

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'ENETUNREACH', 'UNHEARD_OF'])(
    'by %s comes after all attempts, and has its code but not its message',
    async (code) => {
      const fault = Object.assign(new Error('connect 10.0.0.1'), { code });
      const asked = nock(BASE_URL).get(MESSAGES).times(3).replyWithError(fault);

      expect(await failureOf(upstream.messages(deadline))).toMatchObject({
        name: 'UpstreamUnavailableError',
        code: 'upstream-unavailable',
        message: `GET ${MESSAGES} failed with ${code} after 3 attempts`,
      });
      expect(asked.isDone()).toBe(true);
      expect(deadline).toMatchObject({ calls: 3, retries: 2 });
    },
  );

  it.each<{ status: number; body: string; name: string; says: string }>`
    status | body          | name                              | says
    ${401} | ${'secret'}   | ${'UpstreamUnavailableError'}     | ${`GET ${MESSAGES} answered 401`}
    ${404} | ${'secret'}   | ${'UpstreamUnavailableError'}     | ${`GET ${MESSAGES} answered 404`}
    ${500} | ${'secret'}   | ${'UpstreamUnavailableError'}     | ${`GET ${MESSAGES} answered 500 after 3 attempts`}
    ${200} | ${'<secret>'} | ${'UpstreamInvalidResponseError'} | ${`GET ${MESSAGES} did not answer JSON in UTF-8`}
    ${200} | ${'"secret"'} | ${'UpstreamInvalidResponseError'} | ${`GET ${MESSAGES}: the body must be object`}
  `('names the request, and nothing of the answer: $says', async ({ status, body, name, says }) => {
    nock(BASE_URL).get(MESSAGES).times(3).reply(status, body);
    const failure = await failureOf(upstream.messages(deadline));

    expect(failure).toBeInstanceOf(UpstreamError);
    expect(failure).toMatchObject({ name, message: says });
  });

  it('by the deadline names the deadline', async () => {
    nock(BASE_URL).get('/reports/7').delay(1000).reply(200, report());
    const hurried = new UpstreamDeadline({ timeoutMs: 5000, deadlineMs: 40 });

    expect(await failureOf(upstream.reports([7], hurried))).toMatchObject({
      name: 'UpstreamTimeoutError',
      code: 'upstream-timeout',
      message: 'GET /reports/7 was not answered within the deadline of 40 ms',
    });
    expect(hurried).toMatchObject({ calls: 1, retries: 0 });
  });

  it('comes without asking upstream if the read is closed already', async () => {
    const asked = nock(BASE_URL).get(MESSAGES).reply(200);
    deadline.close();

    expect(await failureOf(upstream.messages(deadline))).toBeInstanceOf(UpstreamError);
    expect(asked.isDone()).toBe(false);
  });

  it('drops the report look-ups that are still queued', async () => {
    const begun: unknown[] = [];
    upstream.axios.interceptors.request.use((config) => {
      begun.push(config.url);
      return config;
    });
    const answers = nock(BASE_URL);
    answers.get('/reports/0').reply(403);
    answers
      .get(/reports/)
      .times(100)
      .delay(1000)
      .reply(200);
    const ids = Array.from({ length: 100 }, (_, id) => id);

    expect(await failureOf(upstream.reports(ids, deadline))).toMatchObject({
      message: 'GET /reports/0 answered 403',
    });
    deadline.close();
    await new Promise(setImmediate);
    expect(begun.length).toBeLessThanOrEqual(upstream.settings.concurrency + 1);
  });
});
