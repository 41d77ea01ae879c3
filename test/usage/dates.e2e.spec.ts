import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { answered } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

describe('dates as from and to of GET /v1/usage', () => {
  const edge = useService();

  const serve = (...timestamps: string[]): void =>
    void edge.upstream.on(MESSAGES, json(period(...timestamps.map((timestamp, id) => message({ id, timestamp })))));

  beforeEach(() =>
    serve(
      '2026-03-01T23:59:59.999Z',
      '2026-03-02T00:00:00Z',
      '2026-03-02T04:59:59Z',
      '2026-03-02T05:00:00Z',
      '2026-03-03T00:00:00Z',
    ),
  );

  const idsOf = async (query: string): Promise<number[]> => {
    const { body } = await edge.ask('get', `/v1/usage?${query}`).expect(200);
    return (body as { usage: { message_id: number }[] }).usage.map(({ message_id }) => message_id);
  };

  it.each`
    query                                                      | ids
    ${'from=2026-03-02'}                                       | ${[1, 2, 3, 4]}
    ${'to=2026-03-02'}                                         | ${[0]}
    ${'from=2026-03-02&to=2026-03-03'}                         | ${[1, 2, 3]}
    ${'from=2026-03-02&time_zone=America/New_York'}            | ${[3, 4]}
    ${'to=2026-03-02&time_zone=America/New_York'}              | ${[0, 1, 2]}
    ${'from=2026-03-02&to=2026-03-03&time_zone=Asia/Kolkata'}  | ${[0, 1, 2, 3]}
    ${'from=2026-03-02T05:00:00Z&to=2026-03-03&time_zone=UTC'} | ${[3]}
    ${'from=2026-03-02T05:00:00Z&time_zone=America/New_York'}  | ${[3, 4]}
    ${'time_zone=America/New_York'}                            | ${[0, 1, 2, 3, 4]}
  `('are the first instants of the days in time_zone: ?$query', async ({ query, ids }) => {
    expect(await idsOf(String(query))).toEqual(ids);
  });

  it('are the next instant if the clock skips the whole date', async () => {
    serve('2011-12-30T09:59:59Z', '2011-12-30T10:00:00Z');
    expect(await idsOf('from=2011-12-30&time_zone=Pacific/Apia')).toEqual([1]);
    expect(await idsOf('from=2011-12-29&to=2011-12-30&time_zone=Pacific/Apia')).toEqual([0]);
    expect(answered(await edge.ask('get', '/v1/usage?from=2011-12-30&to=2011-12-31&time_zone=Pacific/Apia'))).toEqual(
      refusal('to', 'must be after from, which begins at 2011-12-31T00:00:00+14:00'),
    );
  });

  it('must be in order, and need a known time zone', async () => {
    expect(answered(await edge.ask('get', '/v1/usage?from=2026-03-03&to=2026-03-02'))).toEqual(
      refusal('to', 'must be after from, which begins at 2026-03-03T00:00:00+00:00'),
    );
    for (const zone of ['Mars/Olympus', '', '%2B01:00']) {
      expect(answered(await edge.ask('get', `/v1/usage?from=2026-03-02&time_zone=${zone}`))).toEqual(
        refusal('time_zone', 'must be the name of an IANA time zone, such as Europe/London'),
      );
    }
  });

  it('are the windows of the summary', async () => {
    const { body } = await edge
      .ask('get', '/v1/usage/summary?from=2026-03-02&to=2026-03-03&time_zone=America/New_York')
      .expect(200);
    expect(body).toEqual({
      from: '2026-03-02T00:00:00-05:00',
      to: '2026-03-03T00:00:00-05:00',
      time_zone: 'America/New_York',
      granularity: 'P1D',
      totals: { credits_used: 2.1, messages: 2 },
      windows: 'all',
      data: [{ from: '2026-03-02T00:00:00-05:00', to: '2026-03-03T00:00:00-05:00', credits_used: 2.1, messages: 2 }],
    });
  });

  it('have their own cursor and ETag in each time zone; equal instants share a cursor', async () => {
    const first = (query: string) => edge.ask('get', `/v1/usage?limit=1&${query}`).expect(200);
    const inUtc = await first('from=2026-03-02');
    const inKolkata = await first('from=2026-03-02&time_zone=Asia/Kolkata');
    expect(inUtc.headers['etag']).not.toBe(inKolkata.headers['etag']);
    const next = `cursor=${(inUtc.body as { next_cursor: string }).next_cursor}`;
    expect(await idsOf(`from=2026-03-02&${next}`)).toEqual([2, 3, 4]);
    expect(await idsOf(`from=2026-03-02T00:00:00Z&time_zone=Asia/Kolkata&${next}`)).toEqual([2, 3, 4]);
    expect(answered(await edge.ask('get', `/v1/usage?from=2026-03-02&time_zone=Asia/Kolkata&${next}`))).toEqual(
      refusal('cursor', 'belongs to a page with other filters or another order'),
    );
  });

  it('are not needed: a time zone alone does not change the bill', async () => {
    const [plain, zoned] = [
      await edge.ask('get', '/v1/usage'),
      await edge.ask('get', '/v1/usage?time_zone=Asia/Kolkata'),
    ];
    expect([zoned.text, zoned.headers['etag']]).toEqual([plain.text, plain.headers['etag']]);
  });
});
