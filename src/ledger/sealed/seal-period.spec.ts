import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { play } from '../../../test/support/ledger-history.js';
import { type SealedPeriod, sealPeriod } from './seal-period.js';

const FACTS = {
  source: 'default',
  previousDigest: undefined,
  readings: { first: 1, last: 4, chain: '5b1e' },
  adjustments: [],
};

const STEPS = ['1@0=2.5 2@1=79.125r 3@2=4 4@3', '1@0=2.5 2@1=80r 4@3', '11-12@720', '+80 11-13@720'];

const sealed = (steps: readonly string[] = STEPS): SealedPeriod => {
  const [book] = play(steps).state.periods;
  if (!book) throw new Error('no period');
  return sealPeriod(book, FACTS);
};

/** Written by hand from the steps; the third message went missing at two o'clock. */
const CSV = `message_id,nth,timestamp,report_id,text_credits,credits,rate_card,missing_since,report
1,0,2024-04-29T00:00:00.000Z,,2.5,2.5,0,,
2,0,2024-04-29T01:00:00.000Z,9,1,80,0,,0
4,0,2024-04-29T03:00:00.000Z,,1,1,0,,
3,0,2024-04-29T02:00:00.000Z,,4,4,0,2024-04-29T02:00:00.000Z,
`;

const REPORTS = '[{"credit_cost":"80","id":9,"name":"Lease Abstract"}]';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The canonical form of the manifest, put together without the code that writes it: keys in order,
 * no spaces.
 */
const MANIFEST = [
  `{"adjustments":{"count":0,"sha256":"${sha('[]')}"}`,
  '"closed_at":"2024-05-02T11:00:00.000Z"',
  '"credits":"87.5"',
  '"ledger":1',
  `"lines":{"bytes":${CSV.length},"sha256":"${sha(CSV)}"}`,
  '"messages":4',
  '"missing":1',
  '"period":"2024-04-29"',
  '"previous":null',
  '"rate_cards":["A"]',
  '"readings":{"chain":"5b1e","first":1,"last":4}',
  `"reports":{"count":1,"sha256":"${sha(REPORTS)}"}`,
  '"rolled_over":["2024-04-29T02:00:00.000Z","2024-04-29T03:00:00.000Z"]',
  '"source":"default"}',
].join();

describe('a sealed period', () => {
  it("is CSV in upstream's order, what went missing last", () => {
    expect(gunzipSync(sealed().lines).toString()).toBe(CSV);
  });

  it('has the digest of a manifest that was put together by hand', () => {
    expect(sealed().digest).toBe(sha(MANIFEST));
  });

  it('has another digest after another past', () => {
    const [book] = play(STEPS).state.periods;
    const other = book && sealPeriod(book, { ...FACTS, previousDigest: '9f2c' });
    expect(other?.digest).not.toBe(sealed().digest);
    expect(other?.manifest).toMatchObject({ previous: '9f2c' });
  });

  it('keeps the version of a report that priced what went missing before it changed', () => {
    const { lines, reports } = sealed(['1-2@0=79r', '1@0=79r', '1@0=80r', '11-12@720', '+80 11-13@720']);
    expect(JSON.parse(reports)).toHaveLength(2);
    expect(gunzipSync(lines).toString()).toMatch(/^2,0,.*,79,0,.*Z,1$/m);
  });

  it('has half a surrogate pair in the name of a report as U+FFFD, which RFC 8785 can write', () => {
    const [book] = play(STEPS).state.periods;
    const [line] = book?.lines.filter(({ message }) => message.report) ?? [];
    if (!book || !line?.message.report) throw new Error('no report');
    const report = { ...line.message.report, name: 'Lease \ud800' };
    book.revise(1, { ...line, message: { ...line.message, report } });
    expect(JSON.parse(sealPeriod(book, FACTS).reports)).toMatchObject([{ name: 'Lease \ufffd' }]);
  });

  it('states the corrections that were booked in it', () => {
    const steps = ['1@0=2', '11@720', '+80 11@720', '1@0=5 11-12@720', '21@1440', '+80 21@1440'];
    const { periods, adjustments } = play(steps).state;
    const manifests = periods.slice(0, 2).map((book) => sealPeriod(book, { ...FACTS, adjustments }).manifest);
    expect(manifests).toMatchObject([{ credits: '2' }, { credits: '2', adjustments: { count: 1 } }]);
  });

  it('is not made of a period in grace', () => {
    expect(() => sealed(STEPS.slice(0, 3))).toThrow('2024-04-29 is not closed');
  });
});
