import { describe, expect, it } from '@jest/globals';
import { bytes, endless, json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT, RESOURCES, serveGoodPeriod } from '../support/good-period.js';
import { bill, entry, invalid, reportEntry } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const WHOLE = { [MESSAGES]: JSON.stringify(period(message({ report_id: 7 }))), [REPORT]: JSON.stringify(report()) };
const PERIOD_OF_ONE = bill(reportEntry());

/** JSON whose strings hold these bytes instead of their spaces. */
const withBytes = (text: string, ...inserted: number[]): Buffer =>
  Buffer.concat(
    text
      .split(' ')
      .flatMap((part) => [Buffer.from(part), Buffer.from(inserted)])
      .slice(0, -1),
  );

describe.each(RESOURCES)('GET /usage, if GET %s answers', (path) => {
  const service = useService();
  const whole = WHOLE[path];
  const serve = () => serveGoodPeriod(service.upstream).on(MESSAGES, json(period(message({ report_id: 7 }))));

  it.each([
    { content: 'HTML', body: '<!doctype html><title>Sign in</title>' },
    { content: 'nothing', body: '' },
    { content: 'only white space', body: ' \r\n\t' },
    { content: 'only a byte order mark', body: '\u{FEFF}' },
    { content: 'two byte order marks', body: `\u{FEFF}\u{FEFF}${whole}` },
    { content: 'truncated JSON', body: whole.slice(0, -1) },
    { content: 'JSON and then garbage', body: `${whole}]` },
    { content: 'JSON twice', body: `${whole}\n${whole}` },
    { content: 'a NUL after the JSON', body: `${whole}\0` },
    { content: 'JSON with a comment', body: `/* ok */${whole}` },
    { content: 'JSON with a comma too many', body: whole.replace(/\}$/, ',}') },
    { content: 'NaN', body: 'NaN' },
    { content: 'a raw line break in a string', body: whole.replace(' ', '\n') },
    { content: 'a lone byte 0xff', body: withBytes(whole, 0xff) },
    { content: 'an overlong slash', body: withBytes(whole, 0xc0, 0xaf) },
    { content: 'an encoded surrogate', body: withBytes(whole, 0xed, 0xa0, 0x80) },
    { content: 'a sequence that breaks off', body: withBytes(whole, 0xe2, 0x82) },
    { content: 'a code point past the last', body: withBytes(whole, 0xf4, 0x90, 0x80, 0x80) },
    { content: 'UTF-16', body: Buffer.from(`\u{FEFF}${whole}`, 'utf16le') },
  ])('$content, fails, asked once, and the next request works again', async ({ body }) => {
    serve().on(path, bytes(body), bytes(whole));

    expect(await service.askForBill()).toEqual(invalid(`GET ${path} did not answer JSON in UTF-8`));
    expect(service.upstream.timesAsked(path)).toBe(1);
    expect(await service.askForBill()).toEqual(PERIOD_OF_ONE);
  });

  it.each([
    { content: 'null', body: 'null' },
    { content: 'an array', body: `[${whole}]` },
    { content: 'a string', body: JSON.stringify(whole) },
    { content: 'a number', body: '42' },
    { content: 'true', body: 'true' },
  ])('$content, fails', async ({ body }) => {
    serve().on(path, bytes(body));

    expect(await service.askForBill()).toEqual(invalid(`GET ${path}: the body must be object`));
  });

  it.each([
    { content: 'a byte order mark first', body: `\u{FEFF}${whole}`, headers: {} },
    { content: 'white space around', body: `\r\n\t ${whole} \n`, headers: {} },
    { content: 'the content type text/html', body: whole, headers: { 'Content-Type': 'text/html' } },
    { content: 'a content type of a stream', body: whole, headers: { 'Content-Type': 'application/octet-stream' } },
    { content: 'another charset', body: whole, headers: { 'Content-Type': 'application/json; charset=utf-16' } },
    { content: 'a content type that is none', body: whole, headers: { 'Content-Type': ';;' } },
    { content: 'a length', body: whole, headers: { 'Content-Length': whole.length } },
  ])('JSON with $content, bills it', async ({ body, headers }) => {
    serve().on(path, bytes(body, headers));

    expect(await service.askForBill()).toEqual(PERIOD_OF_ONE);
  });
});

describe('GET /usage, if upstream sends a large body', () => {
  const service = useService({ upstream: { maxBytes: 2000 } });
  const TOO_MUCH = invalid(`GET ${MESSAGES} answered more than is read`);
  const padded = (length: number): string => JSON.stringify(period(message())).padEnd(length);

  it.each([1999, 2000])('%d of 2000 bytes, bills it', async (length) => {
    service.upstream.on(MESSAGES, bytes(padded(length)));

    expect(await service.askForBill()).toEqual(bill(entry()));
  });

  it.each([
    { amount: 'one byte too many', answer: bytes(padded(2001)) },
    { amount: 'one announced byte too many', answer: bytes(padded(2001), { 'Content-Length': 2001 }) },
    { amount: 'a megabyte', answer: bytes(padded(2 ** 20)) },
    { amount: 'no end', answer: endless },
  ])('$amount, fails at the limit, asked once, and the next request works again', async ({ answer }) => {
    service.upstream.on(MESSAGES, answer, GOOD[MESSAGES]).on(REPORT, GOOD[REPORT]);

    expect(await service.askForBill()).toEqual(TOO_MUCH);
    await service.upstream.idle();
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });
});

describe('GET /usage, if a report is large', () => {
  const service = useService();
  const padded = (length: number): string => JSON.stringify(report()).padEnd(length);
  const serve = () => service.upstream.on(MESSAGES, json(period(message({ report_id: 7 }))));

  it('bills one of 64 kB', async () => {
    serve().on(REPORT, bytes(padded(65_536)));

    expect(await service.askForBill()).toEqual(PERIOD_OF_ONE);
  });

  it.each([
    { amount: 'one byte more', answer: bytes(padded(65_537)) },
    { amount: 'a name of a megabyte', answer: json(report({ name: 'x'.repeat(2 ** 20) })) },
    { amount: 'no end', answer: endless },
  ])('fails on $amount', async ({ answer }) => {
    serve().on(REPORT, answer);

    expect(await service.askForBill()).toEqual(invalid(`GET ${REPORT} answered more than is read`));
    expect(service.upstream.timesAsked(REPORT)).toBe(1);
  });
});
