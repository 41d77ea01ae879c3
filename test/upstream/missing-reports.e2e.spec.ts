import { describe, expect, it } from '@jest/globals';
import { bytes, json, status, tagged } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { REPORT } from '../support/good-period.js';
import { bill, entry, reportEntry, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

describe('GET /usage, if a report does not exist', () => {
  const service = useService({ fresh: true });
  const named = json(period(message({ report_id: 7 })));

  it('prices the text of its message, without a report name', async () => {
    service.upstream
      .on(
        MESSAGES,
        json(period(message({ id: 1, report_id: 7 }), message({ id: 2, report_id: 8 }), message({ id: 3 }))),
      )
      .on('/reports/8', json(report({ id: 8 })));

    expect(await service.askForBill()).toEqual(
      bill(entry({ message_id: 1 }), reportEntry({ message_id: 2 }), entry({ message_id: 3 })),
    );
  });

  it('asks for it once, though five messages name it', async () => {
    service.upstream.on(MESSAGES, json(period(...Array.from({ length: 5 }, () => message({ report_id: 7 })))));

    expect(await service.askForBill()).toEqual(bill(...Array.from({ length: 5 }, () => entry())));
    expect(service.upstream.timesAsked(REPORT)).toBe(1);
  });

  it.each([
    { body: 'no body', answer: bytes('', {}, 404) },
    { body: 'HTML', answer: bytes('<h1>Not found</h1>', { 'Content-Type': 'text/html' }, 404) },
    { body: 'a report', answer: bytes(JSON.stringify(report()), {}, 404) },
    { body: 'an ETag', answer: status(404, { ETag: '"none"', 'Cache-Control': 'max-age=3600' }) },
    { body: 'a wait', answer: status(404, { 'Retry-After': '3600' }) },
    { body: 'broken gzip', answer: status(404, { 'Content-Encoding': 'gzip' }) },
  ])('as a 404 with $body says, prices the text', async ({ answer }) => {
    service.upstream.on(MESSAGES, named).on(REPORT, answer);

    expect(await service.askForBill()).toEqual(bill(entry()));
    expect(service.upstream.timesAsked(REPORT)).toBe(1);
  });

  it('does not cache that: the report may come, go and come again', async () => {
    const exists = tagged(report(), '"7"');
    service.upstream.on(MESSAGES, named).on(REPORT, status(404), exists, status(404), status(404), exists);

    expect(await service.askForBill()).toEqual(bill(entry()));
    expect(await service.askForBill()).toEqual(bill(reportEntry()));
    expect(await service.askForBill()).toEqual(bill(entry()));
    expect(await service.askForBill()).toEqual(bill(entry()));
    expect(await service.askForBill()).toEqual(bill(reportEntry()));
    expect(service.upstream.sent(REPORT, 'if-none-match')).toEqual([undefined, undefined, '"7"', undefined, undefined]);
  });

  it('prices the text even if a temporary failure comes first', async () => {
    service.upstream.on(MESSAGES, named).on(REPORT, status(503), status(404));

    expect(await service.askForBill()).toEqual(bill(entry()));
    expect(service.upstream.timesAsked(REPORT)).toBe(2);
  });

  it('never prices the text because a report cannot be read', async () => {
    service.upstream.on(MESSAGES, named).on(REPORT, status(410), status(404));

    expect(await service.askForBill()).toEqual(unavailable(`GET ${REPORT} answered 410`));
    expect(await service.askForBill()).toEqual(bill(entry()));
  });

  it('never prices texts if the messages themselves do not exist', async () => {
    service.upstream.on(MESSAGES, status(404), named).on(REPORT, json(report()));

    expect(await service.askForBill()).toEqual(unavailable(`GET ${MESSAGES} answered 404`));
    expect(service.upstream.asked.map(({ path }) => path)).toEqual([MESSAGES]);
    expect(await service.askForBill()).toEqual(bill(reportEntry()));
  });
});
