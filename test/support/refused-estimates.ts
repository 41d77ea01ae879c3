import { expect } from '@jest/globals';
import { problem, type ProblemAnswer } from './problem-document.js';

interface RefusedBody {
  /** The body as it goes over the wire, for what an object in JavaScript cannot say. */
  readonly body: string;
  readonly field: string;
  readonly reason: string;
}

const NOT_A_STRING = 'must be a string';
const NOT_AN_ARRAY = 'must be an array';
const NOT_AN_ID = 'must be a whole number of 0 or more';
const NOT_AN_OBJECT = 'must hold objects';
const NOT_A_CARD = 'must be the id of a rate card';
const UNKNOWN_FIELD = 'is unknown; allowed: text, report_id';

const refused = (field: string, reason: string, ...bodies: string[]): RefusedBody[] =>
  bodies.map((body) => ({ body, field, reason }));

/** Bodies of `POST /v1/estimates` with one thing wrong, and the name of that. */
export const REFUSED_ESTIMATES: readonly RefusedBody[] = [
  ...refused(
    'messages',
    NOT_AN_ARRAY,
    '{}',
    '[]',
    '{"messages":null}',
    '{"messages":"a"}',
    '{"messages":5}',
    '{"messages":{}}',
    '{"messages":{"text":"a"}}',
    '{"messages":{"length":1,"0":{"text":"a"}}}',
    '{"rate_card":"standard"}',
  ),
  ...refused('messages', NOT_AN_OBJECT, '{"messages":[[]]}', '{"messages":[[{"text":"a"}]]}'),
  ...refused(
    'messages[0]',
    NOT_AN_OBJECT,
    '{"messages":[null]}',
    '{"messages":[5]}',
    '{"messages":["a"]}',
    '{"messages":[true]}',
  ),
  ...refused('messages[1]', NOT_AN_OBJECT, '{"messages":[{"text":"a"},null]}'),
  ...refused('messages[0].text', NOT_A_STRING, '{"messages":[{}]}', '{"messages":[{"text":null}]}'),
  ...refused(
    'messages[1].text',
    NOT_A_STRING,
    '{"messages":[{"text":"a"},{"text":5}]}',
    '{"messages":[{"text":"a"},{"text":["a"]}]}',
    '{"messages":[{"text":"a"},{"text":{"length":1}}]}',
    '{"messages":[{"text":"a"},{"report_id":7}]}',
  ),
  ...refused(
    'messages[0].report_id',
    NOT_AN_ID,
    '{"messages":[{"text":"a","report_id":"5"}]}',
    '{"messages":[{"text":"a","report_id":""}]}',
    '{"messages":[{"text":"a","report_id":-1}]}',
    '{"messages":[{"text":"a","report_id":1.5}]}',
    '{"messages":[{"text":"a","report_id":1e400}]}',
    '{"messages":[{"text":"a","report_id":9007199254740992}]}',
    '{"messages":[{"text":"a","report_id":true}]}',
    '{"messages":[{"text":"a","report_id":[7]}]}',
    '{"messages":[{"text":"a","report_id":{}}]}',
  ),
  ...refused(
    'rate_card',
    NOT_A_CARD,
    '{"messages":[],"rate_card":5}',
    '{"messages":[],"rate_card":["standard"]}',
    '{"messages":[],"rate_card":{"id":"standard"}}',
  ),
  ...refused('ratecard', 'is unknown: did you mean rate_card?', '{"messages":[],"ratecard":"standard"}'),
  ...refused('messages[0].reportId', 'is unknown: did you mean report_id?', '{"messages":[{"text":"a","reportId":7}]}'),
  ...refused('messages[0].id', UNKNOWN_FIELD, '{"messages":[{"text":"a","id":1000}]}'),
];

interface UnreadBody {
  readonly what: string;
  readonly type: string;
  readonly body: string;
  readonly answer: ProblemAnswer;
}

const JSON_ALONE = problem('invalid-request', expect.stringContaining('JSON'));
const NOTHING_READ = problem('invalid-request', `messages ${NOT_AN_ARRAY}`, [
  { field: 'messages', reason: NOT_AN_ARRAY },
]);
const TOO_LARGE = problem('content-too-large', 'request entity too large');

/** Bodies that are not even looked into. */
const notJson = (type: string): ProblemAnswer =>
  problem('unsupported-media-type', `The body must be application/json, not ${type}`);

export const UNREAD_BODIES: readonly UnreadBody[] = [
  { what: 'is cut short', type: 'application/json', body: '{"messages":[', answer: JSON_ALONE },
  { what: 'is not JSON', type: 'application/json', body: 'messages=a', answer: JSON_ALONE },
  { what: 'is null', type: 'application/json', body: 'null', answer: JSON_ALONE },
  { what: 'is over a megabyte', type: 'application/json', body: `["${'a'.repeat(1024 * 1024)}"]`, answer: TOO_LARGE },
  { what: 'is called text', type: 'text/plain', body: '{"messages":[{"text":"a"}]}', answer: notJson('text/plain') },
  {
    what: 'is a form',
    type: 'application/x-www-form-urlencoded',
    body: 'messages=a',
    answer: notJson('application/x-www-form-urlencoded'),
  },
  {
    what: 'is called something like JSON',
    type: 'application/json5',
    body: '{"messages":[]}',
    answer: notJson('application/json5'),
  },
  { what: 'is missing', type: 'application/json', body: '', answer: NOTHING_READ },
];
