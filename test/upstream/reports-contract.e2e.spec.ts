import { beforeEach, describe, expect, it } from '@jest/globals';
import { bytes, json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { REPORT } from '../support/good-period.js';
import { bill, invalid, reportEntry } from '../support/outcomes.js';
import { plain } from '../support/decimals.js';
import { message, period, report } from '../support/period.js';
import { withField } from '../support/raw-json.js';
import { useService } from '../support/use-service.js';

/** As many digits as an amount may have on one side of its point. */
const NINES = '9'.repeat(400);

describe('GET /usage, if a report breaks the contract', () => {
  const service = useService();
  beforeEach(() => {
    service.upstream.on(MESSAGES, json(period(message({ report_id: 7 }))));
  });

  it.each<{ field: string; raw: string | undefined; says: string }>`
    field            | raw                          | says
    ${'id'}          | ${undefined}                 | ${'is missing'}
    ${'id'}          | ${'null'}                    | ${'must be integer'}
    ${'id'}          | ${'"7"'}                     | ${'must be integer'}
    ${'id'}          | ${'7.5'}                     | ${'must be integer'}
    ${'id'}          | ${'-7'}                      | ${'must be >= 0'}
    ${'id'}          | ${'9007199254740993'}        | ${'must be <= 9007199254740991'}
    ${'id'}          | ${'7.0000000000000000001'}   | ${'must be integer'}
    ${'id'}          | ${'7.0e-999999999'}          | ${'must be integer'}
    ${'name'}        | ${undefined}                 | ${'is missing'}
    ${'name'}        | ${'null'}                    | ${'must be string'}
    ${'name'}        | ${'7'}                       | ${'must be string'}
    ${'name'}        | ${'["Lease Abstract"]'}      | ${'must be string'}
    ${'name'}        | ${`"${'x'.repeat(10_001)}"`} | ${'must NOT have more than 10000 characters'}
    ${'credit_cost'} | ${undefined}                 | ${'is missing'}
    ${'credit_cost'} | ${'null'}                    | ${'must be number'}
    ${'credit_cost'} | ${'"79"'}                    | ${'must be number'}
    ${'credit_cost'} | ${'""'}                      | ${'must be number'}
    ${'credit_cost'} | ${'true'}                    | ${'must be number'}
    ${'credit_cost'} | ${'[79]'}                    | ${'must be number'}
    ${'credit_cost'} | ${'{"amount":79}'}           | ${'must be number'}
    ${'credit_cost'} | ${'1e400'}                   | ${'must be number'}
    ${'credit_cost'} | ${'-1e400'}                  | ${'must be number'}
    ${'credit_cost'} | ${'-1'}                      | ${'must be >= 0'}
    ${'credit_cost'} | ${'-0.01'}                   | ${'must be >= 0'}
    ${'credit_cost'} | ${'-5e-324'}                 | ${'must be >= 0'}
    ${'credit_cost'} | ${'-1e-400'}                 | ${'must be >= 0'}
    ${'credit_cost'} | ${'-1e399'}                  | ${'must be >= 0'}
    ${'credit_cost'} | ${'-79.00000000000000001'}   | ${'must be >= 0'}
    ${'credit_cost'} | ${'1e-401'}                  | ${'must be number'}
    ${'credit_cost'} | ${`1${NINES}`}               | ${'must be number'}
    ${'credit_cost'} | ${`0.${NINES}9`}             | ${'must be number'}
    ${'credit_cost'} | ${`1e${'9'.repeat(500)}`}    | ${'must be number'}
    ${'credit_cost'} | ${`1.${'0'.repeat(999)}`}    | ${'must be number'}
  `('by its $field, $says, names it, and the next request works again', async ({ field, raw, says }) => {
    service.upstream.on(REPORT, bytes(withField(report(), field, raw)), json(report()));

    expect(await service.askForBill()).toEqual(invalid(`GET ${REPORT}: ${field} ${says}`));
    expect(service.upstream.timesAsked(REPORT)).toBe(1);
    expect(await service.askForBill()).toEqual(bill(reportEntry()));
  });

  it('because it is another report, fails', async () => {
    service.upstream.on(REPORT, json(report({ id: 8 })));

    expect(await service.askForBill()).toEqual(invalid(`GET ${REPORT} answered with report 8`));
  });

  it('because its fields are only inherited, fails', async () => {
    service.upstream.on(REPORT, bytes(`{"__proto__":${JSON.stringify(report())}}`));

    expect(await service.askForBill()).toEqual(invalid(`GET ${REPORT}: id is missing`));
  });

  it('beside valid reports, fails the whole bill', async () => {
    const ids = [7, 8, 9];
    service.upstream.on(MESSAGES, json(period(message(), ...ids.map((id) => message({ report_id: id })))));
    for (const id of ids) service.upstream.on(`/reports/${id}`, json(report({ id })));
    service.upstream.on('/reports/8', json(report({ id: 8, credit_cost: null })));

    expect(await service.askForBill()).toEqual(invalid('GET /reports/8: credit_cost must be number'));
  });
});

describe('GET /usage, if a report is unusual but valid', () => {
  const service = useService();
  beforeEach(() => {
    service.upstream.on(MESSAGES, json(period(message({ report_id: 7 }))));
  });

  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.0', '0'],
    ['79.00', '79'],
    ['7.9e1', '79'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['12.345', '12.345'],
    ['1e-7', '0.0000001'],
    ['5e-324', `0.${'0'.repeat(323)}5`],
    ['1e15', '1000000000000000'],
    ['9007199254740993', '9007199254740993'],
    ['79.00000000000000001', '79.00000000000000001'],
    ['0.1234567890123456789', '0.1234567890123456789'],
    ['1.0000000000000000', '1'],
    ['0e-999999', '0'],
    ['123456789012345680000', '123456789012345680000'],
    ['1e21', `1${'0'.repeat(21)}`],
    ['1.7976931348623157e308', `17976931348623157${'0'.repeat(292)}`],
    ['1.8e308', `18${'0'.repeat(307)}`],
    ['1e399', `1${'0'.repeat(399)}`],
    ['1e-400', `0.${'0'.repeat(399)}1`],
    [`${NINES}.${NINES}`, `${NINES}.${NINES}`],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ])('returns a credit_cost of %s to the last digit, %s', async (raw, written) => {
    service.upstream.on(REPORT, bytes(withField(report(), 'credit_cost', raw)));
    const text = await service.askForBillText();

    expect(text).toBe(
      `{"usage":[{"message_id":1000,"timestamp":"2026-03-02T08:14:09.412Z","report_name":"Lease Abstract","credits_used":${written}}]}`,
    );
    expect(written).toBe(plain(raw));
  });

  it.each([
    { called: 'nothing', name: '' },
    { called: 'line breaks', name: 'Lease\r\nSet-Cookie: a=b\r\n\r\n<html>' },
    { called: 'HTML', name: '<script>alert("lease")</script>' },
    { called: 'control characters', name: '\0\u{1B}[31m\u{7F}\u{2028}\u{2029}' },
    { called: 'any script', name: 'תקציר 租约 \u{1F3E0} e\u{301}' },
    { called: 'half an emoji', name: 'Lease \uD83D Abstract' },
    { called: '10,000 characters', name: '\u{1F3E0}'.repeat(10_000) },
    { called: '__proto__', name: '__proto__' },
  ])('returns a name of $called unchanged', async ({ name }) => {
    service.upstream.on(REPORT, json(report({ name })));

    expect(await service.askForBill()).toEqual(bill(reportEntry({ report_name: name })));
  });

  it('writes half an emoji so that the answer stays UTF-8', async () => {
    service.upstream.on(REPORT, json(report({ name: 'Lease \uD83D' })));

    expect(await service.askForBillText()).toContain(String.raw`"report_name":"Lease \ud83d"`);
  });

  it('uses the last of repeated keys, and ignores unknown fields', async () => {
    const twice = withField(report({ price: 1 }), 'credit_cost', '1,"credit_cost":45,"name":"Second"');
    service.upstream.on(REPORT, bytes(`{"constructor":{"prototype":{"polluted":1}},${twice.slice(1)}`));

    expect(await service.askForBill()).toEqual(bill(reportEntry({ report_name: 'Second' })));
    expect('polluted' in {}).toBe(false);
  });

  it('reads a report once, however many messages name it', async () => {
    service.upstream
      .on(MESSAGES, json(period(...Array.from({ length: 5 }, (_, id) => message({ id, report_id: 7 })))))
      .on(REPORT, json(report()));

    expect(await service.askForBill()).toEqual(
      bill(...Array.from({ length: 5 }, (_, id) => reportEntry({ message_id: id }))),
    );
    expect(service.upstream.timesAsked(REPORT)).toBe(1);
  });

  it('does not price the text of a message that a report prices', async () => {
    service.upstream
      .on(MESSAGES, json(period(message({ report_id: 7, text: '' }), message({ report_id: 7, text: 'x'.repeat(500) }))))
      .on(REPORT, json(report()));

    expect(await service.askForBill()).toEqual(bill(reportEntry(), reportEntry()));
  });
});
