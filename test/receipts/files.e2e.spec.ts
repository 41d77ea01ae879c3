import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { answered } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

const RECEIPT = '/v1/usage/1000/receipt';
const HEADER =
  'message_id,timestamp,basis,report_id,report_name,rate_card,rule,label,quantity,unit,rate,credits,running_total';
const MESSAGE = '1000,2026-03-02T08:14:09.412Z';

const lines = (...rows: string[]): string => [HEADER, ...rows].map((row) => `${row}\r\n`).join('');

const LINES_OF_ABA = [
  'base_cost,Base cost,,,,1,1',
  'character_count,Characters,3,character,0.05,0.15,1.15',
  'word_length,Words by length,1,word,,0.1,1.25',
  'third_vowels,Vowels in every third place,1,vowel,0.3,0.3,1.55',
  'unique_word_bonus,Every word is different,,,,-2,-0.45',
  'minimum_cost,Minimum cost,,,,1.45,1',
  'palindrome,Palindrome,,,,1,2',
];
const BY_REPORT = `${MESSAGE},report,7,Lease Abstract,standard,report_cost,Report,,,,45,45`;

describe('GET /v1/usage/{message_id}/receipt as text/csv', () => {
  const edge = useService({ settings: { receiptText: true } });

  const file = async (query = '') => (await edge.ask('get', `${RECEIPT}?format=csv${query}`).expect(200)).text;

  it('has a row for each line of the price, with amounts as plain numbers, and never the text', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ text: 'aba' }))));
    expect(await file()).toBe(lines(...LINES_OF_ABA.map((line) => `${MESSAGE},text,,,standard,${line}`)));
  });

  it('has every message with the id, each on its own basis', async () => {
    const messages = [message({ report_id: 7 }), message({ text: 'aba', report_id: 8 })];
    edge.upstream.on(MESSAGES, json(period(...messages))).on('/reports/7', json(report()));
    expect(await file()).toBe(
      lines(BY_REPORT, ...LINES_OF_ABA.map((line) => `${MESSAGE},text_report_not_found,8,,standard,${line}`)),
    );
  });

  it('names the rate card', async () => {
    expect(await file('&rate_card=token-estimate')).toBe(
      lines(
        `${MESSAGE},text,,,token-estimate,token_estimate,"Tokens, estimated as characters / 4",17,character,,1.7,1.7`,
      ),
    );
  });

  it('has its own filename, by Accept too, and the same headers', async () => {
    const answer = await edge.ask('get', RECEIPT).set('Accept', 'text/csv').expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="receipt-1000.csv"',
      'cache-control': 'no-store',
      vary: 'Accept, Accept-Encoding',
    });
    const head = await edge.ask('head', `${RECEIPT}?format=csv`).expect(200);
    expect({ ...head.headers, date: '' }).toEqual({ ...answer.headers, date: '' });
  });

  it('is sent as text and as JSON by `format`, and refuses other names', async () => {
    const named = async (name: string) =>
      (await edge.ask('get', `${RECEIPT}?format=${name}`).set('Accept', 'text/csv')).type;
    expect([await named('text'), await named('json')]).toEqual(['text/plain', 'application/json']);
    expect(answered(await edge.ask('get', `${RECEIPT}?format=ndjson`))).toEqual(
      refusal('format', 'must be one of json, text, csv'),
    );
  });
});
