import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { report } from '../support/period.js';
import { FLAT, RULES_ALLOWED } from '../support/price-lists.js';
import { answered, problem, type ProblemAnswer } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

const ESTIMATES = '/v1/estimates';
const COMPARISON = '/v1/usage/comparison';

describe('the body of a request', () => {
  const edge = useService();

  const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
    edge
      .ask('post', path)
      .set({ 'Content-Type': 'application/json', ...headers })
      .serialize((sent: unknown) => sent as string)
      .send(body as object);

  const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

  const TEXT = '{"messages":[{"text":"Müller or Müller?"}]}';
  const CARD = JSON.stringify({ ...FLAT, title: 'Für uns' });
  const NOT_UTF8 = refusal('the body', 'is not UTF-8');

  describe('a body', () => {
    it.each<{ what: string; path: string; body: Uint8Array; headers?: Record<string, string> }>`
      what                                 | path          | body                                                      | headers
      ${'in Latin-1'}                      | ${ESTIMATES}  | ${latin1(TEXT)}                                           | ${{}}
      ${'in Latin-1 that is called UTF-8'} | ${ESTIMATES}  | ${latin1(TEXT)}                                           | ${{ 'Content-Type': 'application/json; charset=UTF-8' }}
      ${'in Latin-1, compressed'}          | ${ESTIMATES}  | ${gzipSync(latin1(TEXT))}                                 | ${{ 'Content-Encoding': 'gzip' }}
      ${'in UTF-16'}                       | ${ESTIMATES}  | ${Buffer.from(`\uFEFF${TEXT}`, 'utf16le')}                | ${{}}
      ${'with a surrogate as three bytes'} | ${ESTIMATES}  | ${latin1('{"messages":[{"text":"\u00ED\u00A0\u0080"}]}')} | ${{}}
      ${'that ends within a character'}    | ${ESTIMATES}  | ${latin1('{"messages":[]}\u00E2\u0082')}                  | ${{}}
      ${'that is a card in Latin-1'}       | ${COMPARISON} | ${latin1(CARD)}                                           | ${{}}
      ${'that is such a card, compressed'} | ${COMPARISON} | ${gzipSync(latin1(CARD))}                                 | ${{ 'Content-Encoding': 'gzip' }}
    `('$what is refused, and never priced as another text', async ({ path, body, headers }) => {
      expect(answered(await post(path, body, headers))).toEqual(NOT_UTF8);
      expect(edge.upstream.asked).toEqual([]);
    });

    it.each<{ what: string; body: string | Uint8Array; headers: Record<string, string> }>`
      what                          | body               | headers
      ${'as it is'}                 | ${TEXT}            | ${{}}
      ${'by its quoted name'}       | ${TEXT}            | ${{ 'Content-Type': 'application/json;charset="utf-8"' }}
      ${'behind a byte order mark'} | ${`\uFEFF${TEXT}`} | ${{}}
      ${'compressed'}               | ${gzipSync(TEXT)}  | ${{ 'Content-Encoding': 'gzip' }}
    `('in UTF-8 is priced, $what', async ({ body, headers }) => {
      expect((await post(ESTIMATES, body, headers).expect(200)).body).toMatchObject({ credits_used: 2.65 });
    });

    it.each(['iso-8859-1', 'UTF-7', 'utf-16', 'utf8', 'nonsense'])(
      'in the character set %s is not read',
      async (charset) => {
        const answer = await post(ESTIMATES, TEXT, { 'Content-Type': `application/json; charset=${charset}` });
        expect(answered(answer)).toEqual(
          problem('unsupported-media-type', `unsupported charset "${charset.toUpperCase()}"`),
        );
      },
    );

    it.each<{ named: string; body: string }>([
      ...['{"messages":[', 'null', '"messages"', '5'].map((body) => ({ named: body, body })),
      { named: 'a name of a megabyte', body: `{"${'x'.repeat(1_000_000)}` },
    ])('that is no object of JSON is refused without a word of it: $named', async ({ body }) => {
      expect(answered(await post(ESTIMATES, body))).toEqual(
        problem(
          'invalid-request',
          expect.stringMatching(
            /^The body is not (JSON(: it ends too early| at line 1, character \d+)|a JSON object)$/,
          ),
        ),
      );
    });
  });

  describe('the id of a report in an estimate', () => {
    const NOT_AN_ID = refusal('messages[0].report_id', 'must be a whole number of 0 or more');

    it.each(
      [
        '1000.0000000000000001',
        '9007199254740991.4',
        '9007199254740993',
        '9007199254740992',
        '1e-400',
        '1e400',
        '-1e-400',
        '-7.0000000000000000000000001',
        '9'.repeat(1001),
        `7.${'0'.repeat(1000)}`,
      ].map((id) => ({ named: id.slice(0, 40), id })),
    )('is whole by its text: $named is refused', async ({ id }) => {
      expect(answered(await post(ESTIMATES, `{"messages":[{"text":"a","report_id":${id}}]}`))).toEqual(NOT_AN_ID);
      expect(edge.upstream.asked).toEqual([]);
    });

    it.each(['7', '7.0', '7.000000000000000000000', '0.7e1', '700e-2'])('is whole by its text: %s is 7', async (id) => {
      edge.upstream.on('/reports/7', json(report()));
      const { body } = await post(ESTIMATES, `{"messages":[{"text":"a","report_id":${id}}]}`).expect(200);
      expect(body).toMatchObject({ credits_used: 45 });
    });

    it.each(['1000.0000000000000001', '1e3', '1000.0', '9007199254740993', '+1', '0x3E8', '01e0', '٣'])(
      'is digits alone in a query or a path: %s is refused',
      async (id) => {
        const reason = 'must be a whole number from 0 to 9007199254740991';
        for (const field of ['message_id', 'report_id']) {
          const asked = await edge.ask('get', `/v1/usage?${field}=${encodeURIComponent(id)}`);
          expect(answered(asked)).toEqual(refusal(field, reason));
        }
        expect(answered(await edge.ask('get', `/v1/usage/${encodeURIComponent(id)}/receipt`))).toEqual(
          refusal('message_id', reason),
        );
      },
    );
  });

  describe('an amount of a card', () => {
    const card = (amount: string): string =>
      `{"id":"mine","title":"Mine","rules":[{"rule":"base_cost","credits":1},{"rule":"minimum_cost","credits":${amount}}]}`;
    const DIGITS = 'must have at most 15 significant digits';

    it.each<{ amount: string; reason: string; named: string }>`
      named                          | amount                     | reason
      ${'1.00000000000000001'}       | ${'1.00000000000000001'}   | ${DIGITS}
      ${'0.1000000000000000055'}     | ${'0.1000000000000000055'} | ${DIGITS}
      ${'9999.9999999999999999'}     | ${'9999.9999999999999999'} | ${DIGITS}
      ${'9007199254740993'}          | ${'9007199254740993'}      | ${DIGITS}
      ${'1e400'}                     | ${'1e400'}                 | ${DIGITS}
      ${'-1e400'}                    | ${'-1e400'}                | ${DIGITS}
      ${'1e-400'}                    | ${'1e-400'}                | ${DIGITS}
      ${'1e-500'}                    | ${'1e-500'}                | ${DIGITS}
      ${'one with a thousand zeros'} | ${`1.${'0'.repeat(1000)}`} | ${DIGITS}
      ${'a million nines'}           | ${'9'.repeat(1_000_000)}   | ${DIGITS}
      ${'0.30000000000000004'}       | ${'0.30000000000000004'}   | ${DIGITS}
      ${'1e308'}                     | ${'1e308'}                 | ${'must be <= 10000'}
      ${'-0.0000000000000001'}       | ${'-0.0000000000000001'}   | ${'must be >= 0'}
    `('is read to its last digit, or refused by its place: $named', async ({ amount, reason }) => {
      expect(answered(await post(COMPARISON, card(amount)))).toEqual(refusal('rules[1].credits', reason));
      expect(edge.upstream.asked).toEqual([]);
    });

    it.each(['2', '2.0000', '2.00000000000000000000', '0.2e1', '20000e-4'])(
      'is as good in other words: %s',
      async (amount) => {
        const { body } = await post(COMPARISON, card(amount)).expect(200);
        expect(body.totals).toEqual({ baseline: 1.05, candidate: 2, difference: 0.95, increases: 0.95, decreases: 0 });
        const plain = await post(COMPARISON, card('2')).expect(200);
        expect(body.candidate).toEqual(plain.body.candidate);
      },
    );

    it('is refused where it is a length', async () => {
      const length = '{"rule":"length_penalty","more_than_characters":100.00000000000000001,"credits":5}';
      expect(answered(await post(COMPARISON, `{"id":"mine","title":"Mine","rules":[${length}]}`))).toEqual(
        refusal('rules[0].more_than_characters', DIGITS),
      );
    });
  });

  describe('what a caller sent', () => {
    const LONG = 'x'.repeat(900_000);
    const SHORT = `${'x'.repeat(100)}…`;

    it.each<{ what: string; path: string; body: object; answer: ProblemAnswer }>`
      what                     | path          | body                                       | answer
      ${'the name of a field'} | ${ESTIMATES}  | ${{ messages: [], [LONG]: 1 }}             | ${refusal(SHORT, 'is unknown; allowed: messages, rate_card, at')}
      ${'one further inside'}  | ${ESTIMATES}  | ${{ messages: [{ text: '', [LONG]: 1 }] }} | ${refusal(`messages[0].${SHORT}`, 'is unknown; allowed: text, report_id')}
      ${'the id of a card'}    | ${ESTIMATES}  | ${{ messages: [], rate_card: LONG }}       | ${problem('not-found', `There is no rate card "${SHORT}"`)}
      ${'the name of a rule'}  | ${COMPARISON} | ${{ ...FLAT, rules: [{ rule: LONG }] }}    | ${refusal('rules[0].rule', `"${'x'.repeat(99)}… is unknown; ${RULES_ALLOWED}`)}
      ${'the name of a key'}   | ${COMPARISON} | ${{ ...FLAT, [LONG]: 1 }}                  | ${refusal(SHORT, 'is unknown; allowed: id, title, rules, vectors, $schema')}
    `('is not repeated beyond a hundred characters: $what', async ({ path, body, answer }) => {
      expect(answered(await post(path, JSON.stringify(body)))).toEqual(answer);
    });
  });
});
