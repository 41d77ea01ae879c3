import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import {
  BY_REPORT,
  BY_TEXT,
  BY_TOKENS,
  type Explained,
  instead,
  WITH_EMOJI,
  WITH_PLACES,
} from '../support/explained-prices.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { TOKEN_ESTIMATE } from '../support/price-lists.js';
import { answered, problem, type ProblemAnswer } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

const RECEIPT = '/v1/usage/1000/receipt';
const NOT_AN_ID = 'must be a whole number from 0 to 9007199254740991';

const receipt = (explained: Explained, fields: object = {}): object => ({
  message_id: 1000,
  timestamp: '2026-03-02T08:14:09.412Z',
  ...explained,
  ...fields,
});

describe('GET /v1/usage/{message_id}/receipt', () => {
  const edge = useService();

  /** The receipt of message 1000, where upstream has these messages. */
  const receiptOf = async (...messages: object[]): Promise<unknown> => {
    edge.upstream.on(MESSAGES, json(period(...messages)));
    return (await edge.ask('get', RECEIPT).expect(200)).body;
  };

  it.each(Object.entries(BY_TEXT))(
    'explains a price by text, with only the rules that apply: %j',
    async (text, explained) => {
      expect(await receiptOf(message({ text }))).toEqual(receipt(explained));
    },
  );

  it('explains the price of a report by the report, whatever the text', async () => {
    edge.upstream.on('/reports/7', json(report()));
    expect(await receiptOf(message({ text: 'lease lease', report_id: 7 }))).toEqual(receipt(BY_REPORT));
  });

  it('has the cost of a report to its last digit', async () => {
    edge.upstream.on('/reports/7', json(report({ credit_cost: 12.345678 })));
    const lines = [{ rule: 'report_cost', label: 'Report', credits: 12.345678, running_total: 12.345678 }];
    expect(await receiptOf(message({ report_id: 7 }))).toEqual(
      receipt({ ...BY_REPORT, credits_used: 12.345678, lines }),
    );
  });

  it('names the report that does not exist, if the text is priced instead', async () => {
    expect(await receiptOf(message({ text: 'lease lease', report_id: 8 }))).toEqual(
      receipt(instead(BY_TEXT['lease lease'], 8)),
    );
  });

  it('names no report for report_id null', async () => {
    expect(await receiptOf(message({ text: 'aba', report_id: null }))).toEqual(receipt(BY_TEXT.aba));
  });

  it('is for the message with the id, not for its neighbours', async () => {
    const neighbours = [message({ id: 100 }), message({ id: 1000, text: 'aba' }), message({ id: 10_000 })];
    expect(await receiptOf(...neighbours)).toEqual(receipt(BY_TEXT.aba));
  });

  it('charges what the bill charges', async () => {
    const texts = Object.keys(BY_TEXT);
    edge.upstream.on(MESSAGES, json(period(...texts.map((text, id) => message({ id, text })))));
    const receipts = await Promise.all(
      texts.map(async (_, id) => (await edge.ask('get', `/v1/usage/${id}/receipt`)).body),
    );
    const entries = receipts.map(({ message_id, timestamp, credits_used }) => ({
      message_id,
      timestamp,
      credits_used,
    }));
    expect((await edge.ask('get', '/usage')).body).toEqual({ usage: entries });
  });

  it('has every message with the id, if upstream repeats it', async () => {
    const timestamp = '2026-03-02T10:00:00+02:00';
    edge.upstream.on('/reports/7', json(report()));
    expect(await receiptOf(message({ text: 'aba' }), message({ id: 1 }), message({ report_id: 7, timestamp }))).toEqual(
      { receipts: [receipt(BY_TEXT.aba), receipt(BY_REPORT, { timestamp })] },
    );
  });

  it.each<{ query: string; explained: Explained }>`
    query             | explained
    ${'?spans=true'}  | ${WITH_PLACES}
    ${'?spans=false'} | ${BY_TEXT[WITH_EMOJI]}
    ${''}             | ${BY_TEXT[WITH_EMOJI]}
  `('has spans in code points if asked for: $query', async ({ query, explained }) => {
    edge.upstream.on(MESSAGES, json(period(message({ text: WITH_EMOJI }))));
    expect((await edge.ask('get', `${RECEIPT}${query}`).expect(200)).body).toEqual(receipt(explained));
  });

  it.each([TOKEN_ESTIMATE.id, TOKEN_ESTIMATE.sha256])('uses another rate card if asked for: %s', async (card) => {
    expect((await edge.ask('get', `${RECEIPT}?rate_card=${card}`).expect(200)).body).toEqual(receipt(BY_TOKENS));
  });

  it('is the same if the billing card is asked for by id', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ text: WITH_EMOJI }))));
    const { body } = await edge.ask('get', `${RECEIPT}?rate_card=standard&spans=true`).expect(200);
    expect(body).toEqual(receipt(WITH_PLACES));
  });

  it('costs what the report costs by any card', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ report_id: 7 })))).on('/reports/7', json(report()));
    const { body } = await edge.ask('get', `${RECEIPT}?rate_card=token-estimate`).expect(200);
    expect(body).toEqual(receipt({ ...BY_REPORT, rate_card: TOKEN_ESTIMATE }));
  });

  it.each<{ query: string; answer: ProblemAnswer }>`
    query                                   | answer
    ${'rate_card=nope'}                     | ${problem('not-found', 'There is no rate card "nope"')}
    ${'rate_card='}                         | ${problem('not-found', 'There is no rate card ""')}
    ${'rate_card=__proto__'}                | ${problem('not-found', 'There is no rate card "__proto__"')}
    ${'rate_card=standard&rate_card=other'} | ${refusal('rate_card', 'must be the id of a rate card')}
  `('is refused before upstream is asked: ?$query', async ({ query, answer }) => {
    expect(answered(await edge.ask('get', `${RECEIPT}?${query}`))).toEqual(answer);
    expect(edge.upstream.asked).toEqual([]);
  });

  it('has no spans for a report', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ report_id: 7 })))).on('/reports/7', json(report()));
    expect((await edge.ask('get', `${RECEIPT}?spans=true`).expect(200)).body).toEqual(receipt(BY_REPORT));
  });

  it.each<{ path: string; answer: ProblemAnswer }>`
    path                                        | answer
    ${'/v1/usage/999/receipt'}                  | ${problem('not-found', 'The current period has no message 999')}
    ${'/v1/usage/9007199254740991/receipt'}     | ${problem('not-found', 'The current period has no message 9007199254740991')}
    ${'/v1/usage/abc/receipt'}                  | ${refusal('message_id', NOT_AN_ID)}
    ${'/v1/usage/-1/receipt'}                   | ${refusal('message_id', NOT_AN_ID)}
    ${'/v1/usage/1.5/receipt'}                  | ${refusal('message_id', NOT_AN_ID)}
    ${'/v1/usage/1e3/receipt'}                  | ${refusal('message_id', NOT_AN_ID)}
    ${'/v1/usage/%201000/receipt'}              | ${refusal('message_id', NOT_AN_ID)}
    ${'/v1/usage/9007199254740992/receipt'}     | ${refusal('message_id', NOT_AN_ID)}
    ${'/v1/usage/1000/receipt?spans=maybe'}     | ${refusal('spans', 'must be true or false')}
    ${'/v1/usage/1000/receipt?spans='}          | ${refusal('spans', 'must be true or false')}
    ${'/v1/usage/1000/receipt?spans=1&spans=1'} | ${refusal('spans', 'must be true or false')}
    ${'/v1/usage/1000/receipt?span=true'}       | ${refusal('span', 'is unknown: did you mean spans?')}
    ${'/v1/usage/1000/receipt?format=pdf'}      | ${refusal('format', 'must be one of json, text, csv')}
    ${'/usage/1000/receipt'}                    | ${problem('not-found', 'GET /usage/1000/receipt is not a route of this service')}
  `('is refused: $path', async ({ path, answer }) => {
    expect(answered(await edge.ask('get', path))).toEqual(answer);
  });

  it.each<{ what: string; messages: RequestListener; reports: RequestListener; detail: string }>`
    what          | messages                                   | reports           | detail
    ${'messages'} | ${status(403)}                             | ${json(report())} | ${'GET /messages/current-period answered 403'}
    ${'a report'} | ${json(period(message({ report_id: 7 })))} | ${status(403)}    | ${'GET /reports/7 answered 403'}
  `('fails if upstream does not return $what', async ({ messages, reports, detail }) => {
    edge.upstream.on(MESSAGES, messages).on('/reports/7', reports);
    expect(answered(await edge.ask('get', RECEIPT))).toEqual(problem('upstream-unavailable', detail));
  });

  it('is confirmed by its ETag', async () => {
    const { headers } = await edge.ask('get', RECEIPT).expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', etag: expect.stringMatching(/^W\/"/) });
    await edge.ask('get', RECEIPT).set('If-None-Match', String(headers['etag'])).expect(304, '');
    const spans = await edge.ask('get', `${RECEIPT}?spans=true`).set('If-None-Match', String(headers['etag']));
    expect(spans.status).toBe(200);
  });
});

describe('GET /v1/usage/{message_id}/receipt, of a service that bills by another card', () => {
  const edge = useService({ settings: { rateCard: 'token-estimate' } });

  it('names that card', async () => {
    expect((await edge.ask('get', RECEIPT).expect(200)).body).toEqual(receipt(BY_TOKENS));
  });

  it('uses the standard card if asked for', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ text: 'aba' }))));
    expect((await edge.ask('get', `${RECEIPT}?rate_card=standard`).expect(200)).body).toEqual(receipt(BY_TEXT.aba));
  });
});
