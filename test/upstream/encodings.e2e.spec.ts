import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { bytes, gzipped } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, REPORT, RESOURCES, serveGoodPeriod } from '../support/good-period.js';
import { bill, entry, invalid, reportEntry } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const WHOLE = { [MESSAGES]: period(message({ report_id: 7 }), message({ id: 1001 })), [REPORT]: report() };

const flipped = (body: Buffer, at: number): Buffer => {
  const copy = Buffer.from(body);
  copy.writeUInt8(copy.readUInt8(copy.length + at) ^ 0xff, copy.length + at);
  return copy;
};

describe.each(RESOURCES)('GET /usage, if GET %s answers compressed', (path) => {
  const service = useService();
  const text = JSON.stringify(WHOLE[path]);
  const gzip = gzipSync(text);

  it('without having been asked to', async () => {
    serveGoodPeriod(service.upstream).on(path, gzipped(WHOLE[path]));

    expect(await service.askForBill()).toEqual(GOOD_BILL);
    expect(service.upstream.sent(path, 'accept-encoding')).toEqual(['identity']);
  });

  it.each([
    { encoding: 'x-gzip', body: gzip },
    { encoding: 'GZIP', body: gzip },
    { encoding: 'deflate', body: deflateSync(text) },
    { encoding: 'br', body: brotliCompressSync(text) },
    { encoding: 'identity', body: text },
  ])('with $encoding, bills it', async ({ encoding, body }) => {
    serveGoodPeriod(service.upstream).on(path, bytes(body, { 'Content-Encoding': encoding }));

    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });

  it.each([
    { corruption: 'plain JSON that calls itself gzip', encoding: 'gzip', body: text },
    { corruption: 'gzip with a wrong checksum', encoding: 'gzip', body: flipped(gzip, -8) },
    { corruption: 'gzip with a wrong length', encoding: 'gzip', body: flipped(gzip, -4) },
    { corruption: 'plain JSON that calls itself deflate', encoding: 'deflate', body: text },
    { corruption: 'plain JSON that calls itself br', encoding: 'br', body: text },
  ])('but with $corruption, fails, asked once, and the next request works again', async ({ encoding, body }) => {
    serveGoodPeriod(service.upstream).on(path, bytes(body, { 'Content-Encoding': encoding }));
    expect(await service.askForBill()).toEqual(
      invalid(`GET ${path} answered in a content encoding that does not decode`),
    );
    expect(service.upstream.timesAsked(path)).toBe(1);

    serveGoodPeriod(service.upstream);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });

  it.each([
    { corruption: 'gzip that breaks off', encoding: 'gzip', body: gzip.subarray(0, gzip.length / 2) },
    { corruption: 'br that breaks off', encoding: 'br', body: brotliCompressSync(text).subarray(0, 20) },
    { corruption: 'an unknown encoding', encoding: 'rot13', body: gzip },
    { corruption: 'gzip twice', encoding: 'gzip, gzip', body: gzipSync(gzip) },
    { corruption: 'gzip of what is not JSON', encoding: 'gzip', body: gzipSync('<html>') },
    { corruption: 'gzip of invalid UTF-8', encoding: 'gzip', body: gzipSync(Buffer.from([0x22, 0xff, 0x22])) },
    { corruption: 'gzip that does not say so', encoding: 'identity', body: gzip },
  ])('but with $corruption, fails', async ({ encoding, body }) => {
    serveGoodPeriod(service.upstream).on(path, bytes(body, { 'Content-Encoding': encoding }));

    expect(await service.askForBill()).toEqual(invalid(`GET ${path} did not answer JSON in UTF-8`));
  });
});

describe('GET /usage, if upstream answers a gzip bomb', () => {
  const service = useService({ upstream: { maxBytes: 100_000 } });
  const bomb = (size: number) =>
    bytes(gzipSync(JSON.stringify(period(message())).padEnd(size)), { 'Content-Encoding': 'gzip' });

  it('counts decompressed bytes', async () => {
    service.upstream.on(MESSAGES, bomb(100_000), bomb(100_001));

    expect(await service.askForBill()).toEqual(bill(entry()));
    expect(await service.askForBill()).toEqual(invalid(`GET ${MESSAGES} answered more than is read`));
  });

  it('fails long before it is decompressed', async () => {
    service.upstream.on(MESSAGES, bomb(64 * 2 ** 20));
    const before = process.memoryUsage().rss;

    expect(await service.askForBill()).toEqual(invalid(`GET ${MESSAGES} answered more than is read`));
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 2 ** 20);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
  });

  it('does so for a report too', async () => {
    service.upstream
      .on(MESSAGES, gzipped(period(message({ report_id: 7 }))))
      .on(REPORT, gzipped(report({ name: ' '.repeat(2 ** 20) })), gzipped(report()));

    expect(await service.askForBill()).toEqual(invalid(`GET ${REPORT} answered more than is read`));
    expect(await service.askForBill()).toEqual(bill(reportEntry()));
  });
});
