import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { play } from '../../../../test/support/ledger-history.js';
import type { SealRow } from '../../store/ledger-rows.js';
import { canonicalJson, sha256 } from '../../sealed/digest.js';
import { sealPeriod } from '../../sealed/seal-period.js';
import { PeriodUnderCheck } from '../period-under-check.js';
import { SEAL_CHECKS } from './seal-checks.js';

const FACTS = {
  source: 'default',
  previousDigest: undefined,
  readings: { first: 1, last: 4, chain: '5b1e' },
  adjustments: [],
};

const [book] = play(['1@0=2.5 2@1=79.125r 3@2=4 4@3', '1@0=2.5 2@1=80r 4@3', '11-12@720', '+80 11-13@720']).state
  .periods;
if (!book) throw new Error('no period');
const { manifest, ...rest } = sealPeriod(book, FACTS);
const SEAL: SealRow = { ...rest, period: book.id, manifest: canonicalJson(manifest) };

/** The first sentence that the checks say of a seal. */
const wrongWith = (seal: Partial<SealRow>, facts: Partial<typeof FACTS> = {}): string | undefined => {
  const period = new PeriodUnderCheck(book, { ...SEAL, ...seal }, { ...FACTS, ...facts });
  for (const check of SEAL_CHECKS) {
    const wrong = check(period);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
};

/** A seal whose digest is that of a manifest with other values: the work of somebody who knows the form. */
const forged = (values: Record<string, unknown>): Partial<SealRow> => {
  const text = canonicalJson({ ...manifest, ...values });
  return { manifest: text, digest: sha256(text) };
};

const CSV = new PeriodUnderCheck(book, SEAL, FACTS).csv;

/** A seal with other lines that its manifest names. */
const forgedLines = (csv: string): Partial<SealRow> => ({
  lines: gzipSync(csv),
  ...forged({ lines: { sha256: sha256(csv), bytes: Buffer.byteLength(csv) } }),
});

const indented = JSON.stringify(manifest, null, 2);

describe('the checks of a closed period', () => {
  it('find nothing wrong with what was sealed', () => expect(wrongWith({})).toBeUndefined());

  it.each<[string, Partial<SealRow>, string]>([
    ['a digest of something else', { digest: sha256('') }, 'the digest of period P is not that of its manifest'],
    [
      'a manifest in another form',
      { manifest: indented, digest: sha256(indented) },
      'the manifest of period P is not in RFC 8785 form',
    ],
    [
      'a period before the first',
      forged({ previous: '9f2c' }),
      'the manifest of period P names a period before it, and there is none',
    ],
    [
      'lines that are cut off',
      { lines: SEAL.lines.subarray(0, -9) },
      'the sealed lines of period P cannot be unpacked',
    ],
    [
      'other lines than the manifest names',
      { lines: gzipSync(CSV.replace('2.5', '2.6')) },
      'the sealed lines of period P are not those that its manifest names',
    ],
    [
      'other reports than the manifest names',
      { reports: '[]' },
      'the report versions of period P are not those that its manifest names',
    ],
    [
      'other reports than the journal has',
      { reports: '[]', ...forged({ reports: { sha256: sha256('[]'), count: 0 } }) },
      'the report versions of period P are not what the journal says',
    ],
    [
      'a line of another price',
      forgedLines(CSV.replace('2.5,2.5', '2.6,2.6')),
      'line 2 of the sealed file of period P is not what the journal says',
    ],
    [
      'a line too few',
      forgedLines(CSV.replace(/3,0,.*\n$/, '')),
      'line 5 of the sealed file of period P is not what the journal says',
    ],
    [
      'another number of messages',
      forged({ messages: 5 }),
      'the manifest of period P states other messages than its lines add up to',
    ],
    [
      'another number of missing messages',
      forged({ missing: 0 }),
      'the manifest of period P states other missing than its lines add up to',
    ],
    [
      'another total',
      forged({ credits: '87.51' }),
      'the manifest of period P states other credits than its lines add up to',
    ],
    [
      'adjustments that nobody booked',
      forged({ adjustments: { sha256: sha256('[]'), count: 1 } }),
      'the manifest of period P states other adjustments than were booked in it',
    ],
    [
      'another chain',
      forged({ readings: { first: 1, last: 4, chain: '0000' } }),
      'the manifest of period P states other readings, or another chain, than the journal has in its place',
    ],
    [
      'another roll-over',
      forged({ rolled_over: [] }),
      'the manifest of period P states another roll-over than the journal',
    ],
    [
      'another time of closing',
      forged({ closed_at: '2024-05-02T11:00:00.001Z' }),
      'the manifest of period P states another time of closing than the journal',
    ],
    ['other rate cards', forged({ rate_cards: [] }), 'the manifest of period P states other rate cards than priced it'],
    [
      'something that no manifest has',
      forged({ remark: '' }),
      'the manifest of period P is not the one that the journal makes',
    ],
  ])('find %s', (_, seal, sentence) => expect(wrongWith(seal)).toBe(sentence.replace('P', book.id)));
});
