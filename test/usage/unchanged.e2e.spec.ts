import { describe, expect, it, jest } from '@jest/globals';
import { MessageTable } from '../../src/period/message-table.js';
import { after, json, silent, status, tagged } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { REPORT } from '../support/good-period.js';
import { bill, entry, reportEntry, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const TAGGED = {
  [MESSAGES]: tagged(period(message({ report_id: 7 }), message({ id: 1001, report_id: 8 })), '"m1"'),
  [REPORT]: tagged(report(), '"r1"'),
};
const BILL = bill(reportEntry(), entry({ message_id: 1001 }));

describe('GET /usage of a period that has not changed', () => {
  const service = useService({ upstream: { retries: 0 }, fresh: true });
  const serve = () => service.upstream.on(MESSAGES, TAGGED[MESSAGES]).on(REPORT, TAGGED[REPORT]);
  const paths = () => service.upstream.asked.map(({ path }) => path);

  it('asks for the messages and all reports of the last read at once, missing ones too', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);
    expect(paths()).toEqual([MESSAGES, REPORT, '/reports/8']);

    const allAsked = service.upstream.crowded(3);
    for (const [path, answer] of Object.entries(TAGGED)) service.upstream.on(path, after(allAsked, answer));
    service.upstream.on('/reports/8', after(allAsked, status(404)));
    expect(await service.askForBill()).toEqual(BILL);
    expect(paths().slice(3).toSorted()).toEqual([MESSAGES, REPORT, '/reports/8'].toSorted());
  });

  it('neither fails by a report that is no longer named, nor waits for it', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);

    service.upstream.on(MESSAGES, tagged(period(message({ id: 1001 })), '"m2"')).on(REPORT, status(503));
    service.upstream.on('/reports/8', silent);
    expect(await service.askForBill()).toEqual(bill(entry({ message_id: 1001 })));
  });

  it('asks once for a known report and for a new one', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);

    service.upstream
      .on(MESSAGES, tagged(period(message({ report_id: 7 }), message({ id: 1001, report_id: 9 })), '"m2"'))
      .on('/reports/9', json(report({ id: 9, credit_cost: 12 })));
    expect(await service.askForBill()).toEqual(
      bill(reportEntry(), reportEntry({ message_id: 1001, credits_used: 12 })),
    );
    expect(paths().slice(3).toSorted()).toEqual([MESSAGES, REPORT, '/reports/8', '/reports/9'].toSorted());
  });

  it('fails by a report that is still named', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);

    service.upstream.on(REPORT, status(503));
    expect(await service.askForBill()).toEqual(unavailable(`GET ${REPORT} answered 503`));
  });

  it('bills a message by text if its report is gone, even if the text was read long ago', async () => {
    serve();
    expect(await service.askForBill()).toEqual(BILL);

    service.upstream.on(REPORT, status(404)).on('/reports/8', tagged(report({ id: 8 }), '"r8"'));
    expect(await service.askForBill()).toEqual(bill(entry(), reportEntry({ message_id: 1001 })));
    expect(service.upstream.sent(MESSAGES, 'if-none-match')).toEqual([undefined, '"m1"']);
  });

  it('prices no text again', async () => {
    const append = jest.spyOn(MessageTable.prototype, 'append');
    serve();
    await service.askForBill();
    const priced = append.mock.calls.length;
    await service.askForBill();
    expect(priced).toBeGreaterThan(0);
    expect(append).toHaveBeenCalledTimes(priced);
    append.mockRestore();
  });
});
