import { describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { BY_REPORT, BY_TEXT } from '../support/explained-prices.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { notAcceptable } from '../support/refusals.js';

const RECEIPT = '/v1/usage/1000/receipt';

const BY_ITS_TEXT = `Message 1000 of 2026-03-02T08:14:09.412Z cost 5.20 credits.
It is priced by its text, with the rate card "standard":
- Base cost: 1.00, which makes 1.00.
- Characters: 58 characters at 0.05, 2.90, which makes 3.90.
- Words by length: 8 words, 1.50 (Words of 1-3 characters: 4 at 0.10; Words of 4-7 characters: 1 at 0.20; Words of 8 or more characters: 3 at 0.30), which makes 5.40.
- Vowels in every third place: 6 vowels at 0.30, 1.80, which makes 7.20.
- Every word is different: -2.00, which makes 5.20.
`;

const BY_ITS_REPORT = `Message 1000 of 2026-03-02T08:14:09.412Z cost 45.00 credits.
It generated the report "Lease Abstract" (7), and costs what the report costs.
- Report: 45.00, which makes 45.00.
`;

const INSTEAD_OF_A_REPORT = `Message 1000 of 2026-03-02T08:14:09.412Z cost 2.00 credits.
The report 8 that it names does not exist. It is priced by its text, with the rate card "standard":
- Base cost: 1.00, which makes 1.00.
- Characters: 3 characters at 0.05, 0.15, which makes 1.15.
- Words by length: 1 word, 0.10 (Words of 1-3 characters: 1 at 0.10), which makes 1.25.
- Vowels in every third place: 1 vowel at 0.30, 0.30, which makes 1.55.
- Every word is different: -2.00, which makes -0.45.
- Minimum cost: 1.45, which makes 1.00.
- Palindrome: 1.00, which makes 2.00.
`;

const BY_ANOTHER_CARD = `Message 1000 of 2026-03-02T08:14:09.412Z would cost 1.70 credits.
It is priced by its text, with the rate card "token-estimate":
- Tokens, estimated as characters / 4: 17 characters, 1.70, which makes 1.70.
`;

const QUESTION = { text: 'Are there any restrictions on alterations or improvements?' };
const REPORT = { text: 'Generate it.', report_id: 7 };
const MISSING = { text: 'aba', report_id: 8 };

describe('GET /v1/usage/{message_id}/receipt as text/plain', () => {
  const edge = useService();

  it.each`
    basis                                 | messages                               | text
    ${'its text'}                         | ${[message(QUESTION)]}                 | ${BY_ITS_TEXT}
    ${'its report'}                       | ${[message(REPORT)]}                   | ${BY_ITS_REPORT}
    ${'its text, instead of a report'}    | ${[message(MISSING)]}                  | ${INSTEAD_OF_A_REPORT}
    ${'two of its id, one after another'} | ${[message(REPORT), message(MISSING)]} | ${`${BY_ITS_REPORT}\n${INSTEAD_OF_A_REPORT}`}
  `('says the price by $basis', async ({ messages, text }) => {
    edge.upstream.on(MESSAGES, json({ messages })).on('/reports/7', json(report()));
    const answer = await edge.ask('get', RECEIPT).set('Accept', 'text/plain').expect(200);
    expect(answer.text).toBe(text);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'Accept, Accept-Encoding',
    });
  });

  it.each`
    accept                                  | type
    ${'*/*'}                                | ${'application/json'}
    ${'application/*'}                      | ${'application/json'}
    ${'text/*'}                             | ${'text/plain'}
    ${'text/plain, application/json'}       | ${'text/plain'}
    ${'text/plain;q=0.1, application/json'} | ${'application/json'}
    ${'application/xml, */*;q=0.1'}         | ${'application/json'}
  `('follows Accept: $accept', async ({ accept, type }) => {
    const answer = await edge.ask('get', RECEIPT).set('Accept', String(accept)).expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': `${type}; charset=utf-8`, vary: 'Accept, Accept-Encoding' });
  });

  it('says what it would cost by a card that does not bill', async () => {
    const byCard = (card: string) => edge.ask('get', `${RECEIPT}?rate_card=${card}`).set('Accept', 'text/plain');
    expect((await byCard('token-estimate').expect(200)).text).toBe(BY_ANOTHER_CARD);
    edge.upstream.on(MESSAGES, json(period(message(QUESTION))));
    expect((await byCard('standard').expect(200)).text).toBe(BY_ITS_TEXT);
  });

  it('has its own ETag', async () => {
    const { etag } = (await edge.ask('get', RECEIPT).set('Accept', 'text/plain')).headers;
    const again = () => edge.ask('get', RECEIPT).set('If-None-Match', String(etag));
    expect((await again().set('Accept', 'text/plain')).status).toBe(304);
    expect((await again()).status).toBe(200);
  });

  it('is refused in an unknown format, before upstream is asked', async () => {
    const answer = await edge.ask('get', RECEIPT).set('Accept', 'application/xml').expect('Vary', 'Accept');
    expect(answered(answer)).toEqual(notAcceptable(RECEIPT, 'application/json', 'text/plain', 'text/csv'));
    expect(edge.upstream.asked).toEqual([]);
  });

  it('still fails with a problem document', async () => {
    edge.upstream.on(MESSAGES, status(403));
    expect(answered(await edge.ask('get', RECEIPT).set('Accept', 'text/plain'))).toEqual(
      problem('upstream-unavailable', 'GET /messages/current-period answered 403'),
    );
  });
});

describe('GET /v1/usage/{message_id}/receipt with RECEIPT_TEXT=true', () => {
  const edge = useService({ settings: { receiptText: true } });
  const common = { message_id: 1000, timestamp: '2026-03-02T08:14:09.412Z' };

  it('has the text of the message, unchanged', async () => {
    edge.upstream.on(MESSAGES, json(period(message(QUESTION))));
    const expected = { ...common, ...BY_TEXT['Are there any restrictions on alterations or improvements?'] };
    expect((await edge.ask('get', RECEIPT).expect(200)).body).toEqual({ ...expected, ...QUESTION });
  });

  it.each(['application/json', 'text/plain'])('must not be stored by any cache, as %s', async (type) => {
    const { headers } = await edge.ask('get', RECEIPT).set('Accept', type).expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('has the text for a report too', async () => {
    edge.upstream.on(MESSAGES, json(period(message(REPORT)))).on('/reports/7', json(report()));
    const { text } = REPORT;
    expect((await edge.ask('get', RECEIPT).expect(200)).body).toEqual({ ...common, ...BY_REPORT, text });
  });

  it('ends the sentences with the text', async () => {
    edge.upstream.on(MESSAGES, json(period(message(QUESTION))));
    const { text } = await edge.ask('get', RECEIPT).set('Accept', 'text/plain').expect(200);
    expect(text).toBe(`${BY_ITS_TEXT}The message reads: ${QUESTION.text}\n`);
  });
});
