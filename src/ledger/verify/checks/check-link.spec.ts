import { describe, expect, it } from '@jest/globals';
import { play } from '../../../../test/support/ledger-history.js';
import { canonicalJson } from '../../sealed/digest.js';
import { sealPeriod } from '../../sealed/seal-period.js';
import { PeriodUnderCheck } from '../period-under-check.js';
import { checkLink } from './check-link.js';

const FACTS = { source: 'default', readings: { first: 3, last: 6, chain: '5b1e' }, adjustments: [] };

const [, book] = play(['1@0', '11@720', '+80 11@720', '21@1440', '+80 21@1440']).state.periods;

const check = (stated: string, previousDigest: string): string | undefined => {
  if (!book) throw new Error('no second period');
  const { manifest, ...seal } = sealPeriod(book, { ...FACTS, previousDigest: stated });
  const row = { ...seal, period: book.id, manifest: canonicalJson(manifest) };
  return checkLink(new PeriodUnderCheck(book, row, { ...FACTS, previousDigest }));
};

describe('the link of a closed period to the one before', () => {
  it('is the digest of that period', () => expect(check('9f2c', '9f2c')).toBeUndefined());

  it('is wrong with another digest', () => {
    expect(check('9f2c', '0000')).toBe(
      'the manifest of period 2024-05-29 does not name the digest of period 2024-04-29 before it',
    );
  });
});
