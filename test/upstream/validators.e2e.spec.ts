import type { OutgoingHttpHeaders } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { json, status, tagged } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, REPORT, RESOURCES, serveGoodPeriod } from '../support/good-period.js';
import { bill, invalid, reportEntry, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const named = json(period(message({ report_id: 7 })));
const costing = (credits: number, headers: OutgoingHttpHeaders) => json(report({ credit_cost: credits }), headers);

describe('GET /usage, if upstream sends no usable validator', () => {
  const service = useService({ fresh: true });

  it.each<{ validator: string; headers: OutgoingHttpHeaders }>([
    { validator: 'no ETag', headers: {} },
    { validator: 'an empty ETag', headers: { ETag: '' } },
    { validator: 'an ETag of nothing', headers: { ETag: '""' } },
    { validator: 'a weak ETag', headers: { ETag: 'W/"1"' } },
    { validator: 'an ETag without quotes', headers: { ETag: '1' } },
    { validator: 'an ETag with half its quotes', headers: { ETag: '"1' } },
    { validator: 'an ETag with a quote inside', headers: { ETag: '"1"1"' } },
    { validator: 'an ETag with a space inside', headers: { ETag: '"1 1"' } },
    { validator: 'a star', headers: { ETag: '*' } },
    { validator: 'several ETags', headers: { ETag: '"1", "2"' } },
    { validator: 'an ETag of 5,000 characters', headers: { ETag: `"${'1'.repeat(5000)}"` } },
    { validator: 'only a date', headers: { 'Last-Modified': 'Mon, 02 Mar 2026 08:14:09 GMT' } },
    { validator: 'an ETag that is not to be stored', headers: { ETag: '"1"', 'Cache-Control': 'no-store' } },
    {
      validator: 'an ETag, private and not to be stored',
      headers: { ETag: '"1"', 'Cache-Control': 'private, No-Store' },
    },
  ])('but $validator, reads everything each time', async ({ headers }) => {
    service.upstream.on(MESSAGES, named).on(REPORT, costing(1, headers), costing(2, headers), costing(3, headers));

    for (const credits of [1, 2, 3]) {
      expect(await service.askForBill()).toEqual(bill(reportEntry({ credits_used: credits })));
    }
    const conditions = service.upstream.asked.filter(
      ({ headers: sent }) => 'if-none-match' in sent || 'if-modified-since' in sent,
    );
    expect(conditions).toEqual([]);
    expect(service.upstream.timesAsked(REPORT)).toBe(3);
  });

  it('but an ETag that changes each time, reads everything each time', async () => {
    const answers = [1, 2, 3].map((credits) => tagged(report({ credit_cost: credits }), `"${credits}"`));
    service.upstream.on(MESSAGES, named).on(REPORT, ...answers);

    for (const credits of [1, 2, 3]) {
      expect(await service.askForBill()).toEqual(bill(reportEntry({ credits_used: credits })));
    }
    expect(service.upstream.sent(REPORT, 'if-none-match')).toEqual([undefined, '"1"', '"2"']);
  });

  it('any more, drops the previous one', async () => {
    service.upstream.on(MESSAGES, named).on(REPORT, tagged(report(), '"1"'), costing(2, {}), costing(3, {}));

    for (const credits of [45, 2, 3]) {
      expect(await service.askForBill()).toEqual(bill(reportEntry({ credits_used: credits })));
    }
    expect(service.upstream.sent(REPORT, 'if-none-match')).toEqual([undefined, '"1"', undefined]);
  });
});

describe('GET /usage, if upstream sends cache directives', () => {
  const service = useService({ fresh: true });

  it.each([
    { 'Cache-Control': 'max-age=3600' },
    { 'Cache-Control': 'public, max-age=31536000, immutable' },
    { 'Cache-Control': 's-maxage=3600, stale-while-revalidate=3600, stale-if-error=3600' },
    { Expires: 'Fri, 01 Jan 2100 00:00:00 GMT' },
    { 'Cache-Control': 'max-age=3600', Age: '0', Vary: 'Accept' },
    { 'Cache-Control': 'no-cache, must-revalidate' },
    { Vary: '*' },
  ])('%j, asks each time and bills the answer', async (headers) => {
    service.upstream
      .on(MESSAGES, tagged(period(message({ report_id: 7 })), '"m"', headers))
      .on(REPORT, tagged(report(), '"1"', headers), tagged(report(), '"1"', headers), costing(46, headers));

    for (const credits of [45, 45, 46]) {
      expect(await service.askForBill()).toEqual(bill(reportEntry({ credits_used: credits })));
    }
    expect(service.upstream.sent(MESSAGES, 'if-none-match')).toEqual([undefined, '"m"', '"m"']);
    expect(service.upstream.sent(REPORT, 'if-none-match')).toEqual([undefined, '"1"', '"1"']);
  });

  it.each(['stale-if-error=3600', 'max-age=3600, stale-if-error=3600', 'must-revalidate'])(
    '%s, fails once it is down rather than bill what it had',
    async (cacheControl) => {
      const known = tagged(report(), '"1"', { 'Cache-Control': cacheControl });
      service.upstream.on(MESSAGES, named).on(REPORT, known, status(503, { 'Cache-Control': cacheControl }));
      expect(await service.askForBill()).toEqual(bill(reportEntry()));
      expect(await service.askForBill()).toEqual(unavailable(`GET ${REPORT} answered 503 after 3 attempts`));

      service.upstream.on(REPORT, known);
      expect(await service.askForBill()).toEqual(bill(reportEntry()));
    },
  );
});

describe.each(RESOURCES)('GET /usage, if GET %s answers 304 to an unconditional request', (path) => {
  const service = useService({ fresh: true });
  const unasked = invalid(`GET ${path} answered 304 to an unconditional request`);

  it.each([{}, { ETag: '"1"' }])('with %j, fails each time, asked once, and then works again', async (headers) => {
    serveGoodPeriod(service.upstream).on(path, status(304, headers));
    expect(await service.askForBill()).toEqual(unasked);
    expect(await service.askForBill()).toEqual(unasked);
    expect(service.upstream.timesAsked(path)).toBe(2);
    expect(service.upstream.sent(path, 'if-none-match')).toEqual([undefined, undefined]);

    serveGoodPeriod(service.upstream);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });
});

describe('GET /usage, if upstream confirms a copy', () => {
  const service = useService({ fresh: true });

  it.each([{}, { ETag: '"1"' }, { ETag: 'W/"1"' }])('of ours with %j, bills it, again and again', async (headers) => {
    const confirmed = status(304, headers);
    service.upstream.on(MESSAGES, named).on(REPORT, tagged(report(), '"1"'), confirmed);

    const confirmedBill = bill(reportEntry());
    expect([await service.askForBill(), await service.askForBill(), await service.askForBill()]).toEqual([
      confirmedBill,
      confirmedBill,
      confirmedBill,
    ]);
    expect(service.upstream.sent(REPORT, 'if-none-match')).toEqual([undefined, '"1"', '"1"']);
  });

  it('of another version, fails rather than bill a stale one', async () => {
    const another = [status(304, { ETag: '"2"' }), tagged(report({ credit_cost: 46 }), '"2"')];
    service.upstream.on(MESSAGES, named).on(REPORT, tagged(report(), '"1"'), ...another);

    expect(await service.askForBill()).toEqual(bill(reportEntry()));
    expect(await service.askForBill()).toEqual(
      invalid(`GET ${REPORT} answered 304 for another version than the one asked about`),
    );
    expect(await service.askForBill()).toEqual(bill(reportEntry({ credits_used: 46 })));
  });
});
