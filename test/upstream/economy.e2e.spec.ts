import { describe, expect, it } from '@jest/globals';
import { dropped, json, status, tagged } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { REPORT, RESOURCES } from '../support/good-period.js';
import { bill, entry, invalid, reportEntry, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const TAGGED = {
  [MESSAGES]: tagged(period(message({ report_id: 7 }), message({ id: 1001 })), '"m1"'),
  [REPORT]: tagged(report(), '"r1"'),
};
const BILL = bill(reportEntry(), entry({ message_id: 1001 }));

describe('GET /usage over an upstream with ETags', () => {
  const service = useService({ upstream: { retries: 2 }, fresh: true });
  const serve = () => service.upstream.on(MESSAGES, TAGGED[MESSAGES]).on(REPORT, TAGGED[REPORT]);
  const validators = () => RESOURCES.map((path) => service.upstream.sent(path, 'if-none-match'));

  it('makes 1 + n calls, then asks for changes only, and answers the same bytes', async () => {
    const reports = Array.from({ length: 40 }, (_, id) => report({ id, credit_cost: id / 10 }));
    const messages = period(message(), ...reports.map(({ id }) => message({ report_id: id })));
    service.upstream.on(MESSAGES, tagged(messages, '"m40"'));
    for (const each of reports)
      service.upstream.on(`/reports/${String(each['id'])}`, tagged(each, `"r${String(each['id'])}"`));

    const first = await service.askForBillText();
    expect(service.upstream.asked).toHaveLength(41);
    expect(service.upstream.asked.filter(({ headers }) => 'if-none-match' in headers)).toEqual([]);

    const second = await service.askForBillText();
    expect(second).toBe(first);
    expect(service.upstream.asked).toHaveLength(82);
    const conditions = service.upstream.asked.slice(41).map(({ headers }) => headers['if-none-match']);
    expect(new Set(conditions)).toEqual(new Set(['"m40"', ...reports.map(({ id }) => `"r${String(id)}"`)]));
  });

  it('sends no other condition and no directive of a cache', async () => {
    serve();
    await service.askForBill();
    await service.askForBill();

    const sent = service.upstream.asked.flatMap(({ headers }) => Object.keys(headers));
    expect([...new Set(sent)].toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'if-none-match',
      'user-agent',
    ]);
  });

  it('bills a report that has changed under unchanged messages', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);

    service.upstream.on(REPORT, tagged(report({ name: 'Lease Summary', credit_cost: 46 }), '"r2"'));
    const changed = bill(reportEntry({ report_name: 'Lease Summary', credits_used: 46 }), entry({ message_id: 1001 }));
    expect(await service.askForBill()).toEqual(changed);
    expect(await service.askForBill()).toEqual(changed);
    expect(validators()).toEqual([
      [undefined, '"m1"', '"m1"'],
      [undefined, '"r1"', '"r2"'],
    ]);
  });

  it('bills messages that have changed over unchanged reports', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);

    service.upstream.on(MESSAGES, tagged(period(message({ id: 1002, report_id: 7 })), '"m2"'));
    expect(await service.askForBill()).toEqual(bill(reportEntry({ message_id: 1002 })));
    expect(validators()).toEqual([
      [undefined, '"m1"'],
      [undefined, '"r1"'],
    ]);
  });

  it('bills by text once a report is gone, and forgets its copy', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);

    service.upstream.on(REPORT, status(404));
    expect(await service.askForBill()).toEqual(bill(entry(), entry({ message_id: 1001 })));
    expect(await service.askForBill()).toEqual(bill(entry(), entry({ message_id: 1001 })));
    expect(service.upstream.sent(REPORT, 'if-none-match')).toEqual([undefined, '"r1"', undefined]);
  });

  describe.each(RESOURCES)('whose GET %s', (path) => {
    it.each([
      { fault: 'is down', answer: status(503), says: 'answered 503 after 3 attempts' },
      { fault: 'forbids', answer: status(403), says: 'answered 403' },
      { fault: 'drops the connection', answer: dropped, says: 'failed with ECONNRESET after 3 attempts' },
    ])('$fault after a good answer, fails rather than bill the old one, then works again', async ({ answer, says }) => {
      serve();
      expect(await service.askForBill()).toEqual(BILL);

      service.upstream.on(path, answer);
      expect(await service.askForBill()).toEqual(unavailable(`GET ${path} ${says}`));
      expect(await service.askForBill()).toEqual(unavailable(`GET ${path} ${says}`));

      serve();
      expect(await service.askForBill()).toEqual(BILL);
      expect(await service.askForBill()).toEqual(BILL);
    });

    it('breaks the contract after a good answer, fails, then works again', async () => {
      serve();
      expect(await service.askForBill()).toEqual(BILL);

      service.upstream.on(path, tagged('broken', '"broken"'));
      expect(await service.askForBill()).toEqual(invalid(`GET ${path}: the body must be object`));
      expect(await service.askForBill()).toEqual(invalid(`GET ${path}: the body must be object`));

      serve();
      expect(await service.askForBill()).toEqual(BILL);
    });

    it('fails once and then confirms its copy, bills that', async () => {
      serve();
      expect(await service.askForBill()).toEqual(BILL);

      service.upstream.on(path, status(503), TAGGED[path]);
      expect(await service.askForBill()).toEqual(BILL);
      const tag = path === MESSAGES ? '"m1"' : '"r1"';
      expect(service.upstream.sent(path, 'if-none-match')).toEqual([undefined, tag, tag]);
    });
  });

  it('reads a report that it has no copy of, whatever copies it has', async () => {
    serve();
    await service.askForBill();
    service.upstream
      .on(MESSAGES, tagged(period(message({ report_id: 8 })), '"m3"'))
      .on('/reports/8', json(report({ id: 8 })));

    expect(await service.askForBill()).toEqual(bill(reportEntry()));
    expect(service.upstream.sent('/reports/8', 'if-none-match')).toEqual([undefined]);
  });
});

describe('GET /usage over a thousand reports', () => {
  const service = useService({ fresh: true });
  const serve = (ids: readonly number[]) =>
    service.upstream.on(MESSAGES, json(period(...ids.map((id) => message({ id, report_id: id })))));
  const billOf = (ids: readonly number[]) =>
    bill(...ids.map((id) => reportEntry({ message_id: id, credits_used: id })));

  it('bills them all, and asks of each whether it has changed', async () => {
    const all = Array.from({ length: 1100 }, (_, id) => id);
    const oldestAndNewest = [...all.slice(0, 20), ...all.slice(-20)];
    for (const id of all) service.upstream.on(`/reports/${id}`, tagged(report({ id, credit_cost: id }), `"r${id}"`));

    serve(all);
    expect(await service.askForBill()).toEqual(billOf(all));

    serve(oldestAndNewest);
    expect(await service.askForBill()).toEqual(billOf(oldestAndNewest));
    expect(service.upstream.sent('/reports/0', 'if-none-match')).toEqual([undefined, '"r0"']);
    expect(service.upstream.sent('/reports/1099', 'if-none-match')).toEqual([undefined, '"r1099"']);
  });
});
