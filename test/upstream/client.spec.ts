import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { UpstreamDeadline } from '../../src/upstream/attempts/upstream-deadline.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { useClient } from '../support/with-client.js';

const BASE_URL = 'https://upstream.test/tech-task';

describe('the upstream client', () => {
  const upstream = useClient({ baseUrl: BASE_URL });
  let deadline: UpstreamDeadline;
  beforeEach(() => {
    deadline = new UpstreamDeadline(upstream.settings);
  });
  afterEach(() => deadline.close());

  it('asks for the messages under the base URL, as uncompressed JSON', async () => {
    const asked = nock(BASE_URL, {
      reqheaders: { accept: 'application/json', 'accept-encoding': 'identity' },
      badheaders: ['authorization', 'cache-control', 'cookie', 'if-modified-since', 'if-none-match'],
    })
      .get(MESSAGES)
      .reply(200, period());

    expect(await upstream.messages(deadline)).toStrictEqual([]);
    expect(asked.isDone()).toBe(true);
    expect(deadline).toMatchObject({ calls: 1, retries: 0 });
  });

  it('returns messages in the domain’s terms, in upstream’s order', async () => {
    const { text, timestamp } = message();
    const sent = [message({ id: 2, report_id: 7, extra: 1 }), message({ id: 1, report_id: null }), message({ id: 3 })];
    nock(BASE_URL)
      .get(MESSAGES)
      .reply(200, period(...sent));

    expect(await upstream.messages(deadline)).toStrictEqual([
      { id: 2, text, timestamp, reportId: 7 },
      { id: 1, text, timestamp },
      { id: 3, text, timestamp },
    ]);
  });

  it('reads each report once and leaves out those that do not exist', async () => {
    const asked = nock(BASE_URL);
    asked.get('/reports/7').reply(200, report({ extra: true }));
    asked.get('/reports/8').reply(404);
    asked.get('/reports/0').reply(200, report({ id: 0, credit_cost: 0.1 }));

    expect(await upstream.reports([7, 8, 7, 0, 8, 7], deadline)).toStrictEqual(
      new Map([
        [7, { id: 7, name: 'Lease Abstract', creditCost: '45' }],
        [0, { id: 0, name: 'Lease Abstract', creditCost: '0.1' }],
      ]),
    );
    expect(asked.isDone()).toBe(true);
    expect(deadline).toMatchObject({ calls: 3, retries: 0 });
  });

  it('asks for no report if none is named', async () => {
    expect(await upstream.reports([], deadline)).toStrictEqual(new Map());
    expect(deadline).toMatchObject({ calls: 0, retries: 0 });
  });

  it('counts the attempts of a call that succeeds in the end', async () => {
    const asked = nock(BASE_URL);
    asked.get('/reports/7').reply(503);
    asked.get('/reports/7').replyWithError('gone');
    asked.get('/reports/7').reply(200, report());

    expect((await upstream.reports([7], deadline)).size).toBe(1);
    expect(deadline).toMatchObject({ calls: 3, retries: 2 });
  });

  it.each([{}, { ETag: '"1"' }])('lets no closed read break another one: %j', async (headers) => {
    const asked = nock(BASE_URL);
    asked.get('/reports/7').reply(200, report(), headers);
    await upstream.reports([7], deadline);
    asked.get('/reports/7').delay(1000).reply(503);
    asked.get('/reports/7').reply(200, report({ credit_cost: 46 }), headers);

    const givenUp = upstream.reports([7], deadline);
    const others = new UpstreamDeadline(upstream.settings);
    const wanted = upstream.reports([7], others).finally(() => others.close());
    await new Promise(setImmediate);
    deadline.close();

    await expect(givenUp).rejects.toThrow('GET /reports/7');
    expect(await wanted).toStrictEqual(new Map([[7, { id: 7, name: 'Lease Abstract', creditCost: '46' }]]));
  });

  describe('in an environment with a proxy', () => {
    beforeAll(() => {
      process.env['HTTPS_PROXY'] = 'http://127.0.0.1:1';
    });
    afterAll(() => {
      delete process.env['HTTPS_PROXY'];
    });

    it('asks the upstream directly', async () => {
      nock(BASE_URL).get(MESSAGES).reply(200, period());

      expect(await upstream.messages(deadline)).toStrictEqual([]);
    });
  });
});
