import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { bytes, json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, REPORT, serveGoodPeriod } from '../support/good-period.js';
import { bill, entry, invalid, reportEntry, tooSlow, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const MB = 2 ** 20;
/** Far more than the service reads of a body beyond its bounds: sockets and buffers hold some megabytes in transit. */
const SOON = 30 * MB;

/** Sends `start` and then `again`, for 100 MB or until the client stops reading. `sent` counts the bytes. */
const flood = (start: string, again: string, code = 200) => {
  const block = Buffer.from(again.repeat(Math.ceil(65_536 / again.length)));
  const flooding: { sent: number; answer: RequestListener } = {
    sent: 0,
    answer: (_request, response) => {
      const send = (): void => {
        while (flooding.sent < 100 * MB && !response.destroyed) {
          flooding.sent += block.length;
          if (!response.write(block)) return;
        }
        response.end();
      };
      response.writeHead(code, { 'Content-Type': 'application/json' }).on('drain', send).write(start);
      send();
    },
  };
  return flooding;
};

const around = invalid(`GET ${MESSAGES}: the body around messages is larger than 1048576 bytes`);
const large = (index: number) => invalid(`GET ${MESSAGES}: messages[${index}] is larger than 1048576 bytes`);
const deep = invalid(`GET ${MESSAGES}: the body is nested deeper than 64`);
const FIRST = JSON.stringify(message());
const A_LIST = `"messages":[${FIRST}],`;

describe('GET /usage, if upstream sends a body of 100 MB', () => {
  const service = useService({ upstream: { maxBytes: 2 ** 28, timeoutMs: 600_000, deadlineMs: 600_000 } });

  it.each<{ body: string; start: string; again: string; seen: object }>`
    body                                        | start                           | again               | seen
    ${'of empty lists beside the messages'}     | ${'{"messages":[],"x":['}       | ${'[],'}            | ${around}
    ${'of empty objects beside the messages'}   | ${'{"messages":[],"x":['}       | ${'{},'}            | ${around}
    ${'of white space'}                         | ${''}                           | ${' '}              | ${around}
    ${'of white space after the object'}        | ${`{"messages":[${FIRST}]}`}    | ${'\n'}             | ${around}
    ${'of one key'}                             | ${'{"'}                         | ${'k'}              | ${around}
    ${'of one text beside the messages'}        | ${'{"x":"'}                     | ${'\\"'}            | ${around}
    ${'of one number'}                          | ${'{"x":'}                      | ${'9'}              | ${around}
    ${'of keys'}                                | ${'{'}                          | ${'"k":0,'}         | ${around}
    ${'of lists under keys'}                    | ${'{'}                          | ${'"k":[],'}        | ${around}
    ${'of lists that no key names'}             | ${'{"k":'}                      | ${'[]'}             | ${around}
    ${'of empty lists of messages'}             | ${'{'}                          | ${'"messages":[],'} | ${around}
    ${'of lists of one message'}                | ${'{'}                          | ${A_LIST}           | ${around}
    ${'of one text of a message'}               | ${'{"messages":[{"text":"'}     | ${'x'}              | ${large(0)}
    ${'of one text of emoji'}                   | ${'{"messages":[{"text":"'}     | ${'😀'}             | ${large(0)}
    ${'of one text of quotes'}                  | ${'{"messages":[{"text":"'}     | ${'\\"'}            | ${large(0)}
    ${'of a third message'}                     | ${`{"messages":[${FIRST},{},{`} | ${'"k":[0,1],'}     | ${large(2)}
    ${'of white space before a second message'} | ${`{"messages":[${FIRST},`}     | ${' '}              | ${large(1)}
    ${'of lists within lists'}                  | ${''}                           | ${'['}              | ${deep}
    ${'of objects within objects'}              | ${''}                           | ${'{"messages":'}   | ${deep}
    ${'of lists within a message'}              | ${'{"messages":[{"id":'}        | ${'['}              | ${deep}
  `('$body, rejects it early, and the next request works again', async ({ start, again, seen }) => {
    const flooding = flood(start, again);
    serveGoodPeriod(service.upstream).on(MESSAGES, flooding.answer);
    expect(await service.askForBill()).toEqual(seen);
    await service.upstream.idle();
    expect(flooding.sent).toBeLessThan(SOON);
    serveGoodPeriod(service.upstream);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });

  it.each<{ answered: string; path: string; code: number; seen: object }>`
    answered                    | path        | code   | seen
    ${'an error for messages'}  | ${MESSAGES} | ${500} | ${unavailable(`GET ${MESSAGES} answered 500 after 3 attempts`)}
    ${'a refusal of messages'}  | ${MESSAGES} | ${403} | ${unavailable(`GET ${MESSAGES} answered 403`)}
    ${'an error for a report'}  | ${REPORT}   | ${500} | ${unavailable(`GET ${REPORT} answered 500 after 3 attempts`)}
    ${'a report that is none'}  | ${REPORT}   | ${404} | ${bill(entry(), entry({ message_id: 1001 }))}
    ${'a report that is large'} | ${REPORT}   | ${200} | ${invalid(`GET ${REPORT} answered more than is read`)}
  `('in $answered, uses the status and does not read the body', async ({ path, code, seen }) => {
    const flooding = flood('<Error>', ' ', code);
    serveGoodPeriod(service.upstream).on(path, flooding.answer);
    expect(await service.askForBill()).toEqual(seen);
    await service.upstream.idle();
    expect(flooding.sent).toBeLessThan(SOON);
  });
});

describe('GET /usage, of a body at its bounds', () => {
  const service = useService({ upstream: { maxBytes: 2 ** 28 } });
  const padded = (body: string, bytesInAll: number): string => body.padEnd(bytesInAll);

  it.each([MB - 1, MB])('accepts a message of %d bytes', async (length) => {
    service.upstream.on(MESSAGES, bytes(`{"messages":[${FIRST},${padded(FIRST, length)},${FIRST}]}`));
    expect(await service.askForBill()).toEqual(bill(entry(), entry(), entry()));
  });

  it('rejects a message of one byte more, and names it', async () => {
    const body = `{"messages":[${`${FIRST},`.repeat(1000)}${padded(FIRST, MB + 1)},${FIRST}]}`;
    service.upstream.on(MESSAGES, bytes(body));
    expect(await service.askForBill()).toEqual(large(1000));
  });

  // Of the list of one run there is a `0` in the envelope.
  const ENVELOPE = '{"messages":[0]}'.length;

  it.each([
    { more: 0, seen: bill(entry()) },
    { more: 1, seen: around },
  ])('accepts a mebibyte around the messages, and rejects $more bytes more', async ({ more, seen }) => {
    service.upstream.on(MESSAGES, bytes(`{"messages":[${FIRST}]}${' '.repeat(MB + more - ENVELOPE)}`));
    expect(await service.askForBill()).toEqual(seen);
  });

  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const withinMessage = (depth: number) => `{"messages":[${FIRST.replace('{', `{"more":${nested(depth - 3)},`)}]}`;

  it('accepts a depth of 64, and rejects 65', async () => {
    service.upstream.on(MESSAGES, bytes(withinMessage(64)), bytes(withinMessage(65)));
    expect(await service.askForBill()).toEqual(bill(entry()));
    expect(await service.askForBill()).toEqual(deep);
  });

  it('limits the depth of reports too', async () => {
    const withField = (depth: number) => JSON.stringify(report()).replace('{', `{"more":${nested(depth - 1)},`);
    service.upstream
      .on(MESSAGES, json(period(message({ report_id: 7 }))))
      .on(REPORT, bytes(withField(64)), bytes(withField(65)));
    expect(await service.askForBill()).toEqual(bill(reportEntry()));
    expect(await service.askForBill()).toEqual(invalid(`GET ${REPORT}: the body is nested deeper than 64`));
  });

  it('rejects more than 10,000 different reports before asking for any', async () => {
    const messages = Array.from({ length: 10_001 }, (_, id) => message({ id, report_id: id }));
    service.upstream.on(MESSAGES, json(period(...messages)));
    expect(await service.askForBill()).toEqual(
      invalid(`GET ${MESSAGES}: messages name more than 10000 different reports`),
    );
    expect(service.upstream.timesAsked('/reports/0')).toBe(0);
  });

  it('finds the messages with any white space and any escapes; the last list counts', async () => {
    const key = '"\\u006d\\u0065\\u0073\\u0073\\u0061\\u0067\\u0065\\u0073"';
    service.upstream.on(MESSAGES, bytes(`{"messages":[],"x" : [1],\n\t${key} \r\n:${' '.repeat(1000)}[${FIRST}]}`));
    expect(await service.askForBill()).toEqual(bill(entry()));
  });
});

describe('GET /usage, if the list of messages never ends', () => {
  const service = useService({ upstream: { maxBytes: 2 ** 30, timeoutMs: 500, deadlineMs: 500, retries: 0 } });

  it('keeps its deadline while it reads', async () => {
    const flooding = flood('{"messages":[', `${FIRST},`);
    service.upstream.on(MESSAGES, flooding.answer);
    const seen = tooSlow(`GET ${MESSAGES} was not answered within the deadline of 500 ms`);
    expect(await service.askForBill()).toEqual(seen);
    await service.upstream.idle();
    service.upstream.on(MESSAGES, status(404));
    expect(await service.askForBill()).toEqual(unavailable(`GET ${MESSAGES} answered 404`));
  });
});
