import { describe, expect, it } from '@jest/globals';
import { bytes, json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { REPORT } from '../support/good-period.js';
import { bill, entry, invalid, reportEntry } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { rawPeriod, withField } from '../support/raw-json.js';
import { useService } from '../support/use-service.js';

const GOOD = JSON.stringify(message());

describe('GET /usage, if the messages are unusual but valid', () => {
  const service = useService({ fresh: true });

  it.each<{ raw: string; id: number }>`
    raw                                  | id
    ${'0'}                               | ${0}
    ${'-0'}                              | ${0}
    ${'1000.0'}                          | ${1000}
    ${'1e3'}                             | ${1000}
    ${'9007199254740991'}                | ${9007199254740991}
    ${'9007199254740991.000'}            | ${9007199254740991}
    ${'1000.00000000000000000000000000'} | ${1000}
    ${'100000000000000000000000000e-23'} | ${1000}
    ${'0.1e4'}                           | ${1000}
    ${'0e99999999'}                      | ${0}
  `('bills the id $raw as $id', async ({ raw, id }) => {
    service.upstream.on(MESSAGES, bytes(rawPeriod(withField(message(), 'id', raw))));

    expect(await service.askForBillText()).toBe(
      `{"usage":[{"message_id":${id},"timestamp":"2026-03-02T08:14:09.412Z","credits_used":1.05}]}`,
    );
  });

  it.each<{ raw: string | undefined; asks: string[] }>`
    raw                   | asks
    ${undefined}          | ${[]}
    ${'null'}             | ${[]}
    ${'0'}                | ${['/reports/0']}
    ${'-0'}               | ${['/reports/0']}
    ${'7.0'}              | ${['/reports/7']}
    ${'9007199254740991'} | ${['/reports/9007199254740991']}
  `('reads the report_id $raw, and asks for $asks', async ({ raw, asks }) => {
    for (const path of asks) {
      service.upstream.on(path, json(report({ id: Number(path.slice('/reports/'.length)) })));
    }
    service.upstream.on(MESSAGES, bytes(rawPeriod(withField(message(), 'report_id', raw))));

    expect(await service.askForBill()).toEqual(bill(asks.length > 0 ? reportEntry() : entry()));
    expect(service.upstream.asked.map(({ path }) => path)).toEqual([MESSAGES, ...asks]);
  });

  it('returns timestamps unchanged, in upstream’s order', async () => {
    const timestamps = [
      '2024-04-29T02:08:29.375Z',
      '2024-04-29T02:08:29Z',
      '2024-04-29T02:08:29.000Z',
      '2024-04-29T02:08:29.1Z',
      '2024-04-29T02:08:29.123456789Z',
      '2024-04-29T02:08:29.123456789012345678Z',
      '2024-04-29T02:08:29.375+00:00',
      '2024-04-29T02:08:29-00:00',
      '2024-04-29T02:08:29+14:00',
      '2024-04-29T02:08:29.5-09:30',
      '2024-04-29t02:08:29z',
      '2024-02-29T23:59:59Z',
      '1970-01-01T00:00:00Z',
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999Z',
    ];
    service.upstream.on(MESSAGES, json(period(...timestamps.map((timestamp) => message({ timestamp })))));

    expect(await service.askForBill()).toEqual(bill(...timestamps.map((timestamp) => entry({ timestamp }))));
  });

  it('bills messages that repeat an id, each of them, in order', async () => {
    const repeated = [message(), message({ text: '' }), message({ report_id: 7 }), message()];
    service.upstream.on(MESSAGES, json(period(...repeated))).on(REPORT, json(report()));

    expect(await service.askForBill()).toEqual(bill(entry(), entry({ credits_used: 1 }), reportEntry(), entry()));
  });

  it('ignores unknown fields, and does not echo them', async () => {
    const extra = { credits_used: 0, report_name: 'x', toString: 1, hasOwnProperty: null, cost: 1 };
    service.upstream.on(MESSAGES, json({ ...extra, usage: [], messages: [message(extra)] }));

    expect(await service.askForBill()).toEqual(bill(entry()));
  });

  it('uses the last of repeated keys', async () => {
    const twice = withField(message(), 'text', '"x","text":"","id":1001,"report_id":7,"report_id":null');
    service.upstream.on(MESSAGES, bytes(`{"messages":null,"messages":[${twice}]}`));

    expect(await service.askForBill()).toEqual(bill(entry({ message_id: 1001, credits_used: 1 })));
  });

  it.each(['[', '{"a":'])('refuses an unknown field nested 20,000 deep in %s, and survives it', async (open) => {
    const nested = `${open.repeat(20_000)}0${(open === '[' ? ']' : '}').repeat(20_000)}`;
    service.upstream.on(MESSAGES, bytes(rawPeriod(withField(message(), 'nested', nested))), bytes(rawPeriod(GOOD)));

    expect(await service.askForBill()).toEqual(invalid(`GET ${MESSAGES}: the body is nested deeper than 64`));
    expect(await service.askForBill()).toEqual(bill(entry()));
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is not affected by the key %s', async (key) => {
    const pollution = '{"polluted":1,"prototype":{"polluted":1},"id":1,"report_id":7}';
    const polluted = withField(message(), key, pollution);
    service.upstream.on(MESSAGES, bytes(`{"${key}":${pollution},"messages":[${polluted}]}`));

    expect(await service.askForBill()).toEqual(bill(entry()));
    expect('polluted' in {}).toBe(false);
    expect(service.upstream.asked.map(({ path }) => path)).toEqual([MESSAGES]);
  });

  it('does not take a field from a prototype', async () => {
    service.upstream.on(MESSAGES, bytes(rawPeriod(`{"__proto__":${GOOD}}`)), bytes(rawPeriod(GOOD)));

    expect(await service.askForBill()).toEqual(invalid(`GET ${MESSAGES}: messages[0].id is missing`));
    expect(await service.askForBill()).toEqual(bill(entry()));
  });

  it.each<{ text: string; raw: string; price: number }>`
    text                | raw                           | price
    ${'empty'}          | ${'""'}                       | ${1}
    ${'NUL'}            | ${String.raw`"\u0000"`}       | ${1.05}
    ${'emoji'}          | ${String.raw`"\ud83d\ude00"`} | ${1.05}
    ${'half an emoji'}  | ${String.raw`"\ud83d"`}       | ${1.05}
    ${'the other half'} | ${String.raw`"\ude00"`}       | ${1.05}
    ${'raw emoji'}      | ${'"😀"'}                     | ${1.05}
  `('prices a text of $text', async ({ raw, price }) => {
    service.upstream.on(MESSAGES, bytes(rawPeriod(withField(message(), 'text', raw))));

    expect(await service.askForBill()).toEqual(bill(entry({ credits_used: price })));
  });
});
