import { describe, expect, it } from '@jest/globals';
import { credits } from '../../pricing/credits.js';
import { formatShare } from './format-share.js';

describe('the share of a period', () => {
  it.each([
    ['4.05', '3047.15', '0.13 %'],
    ['1', '3', '33.33 %'],
    ['2', '3', '66.67 %'],
    ['3', '3', '100.00 %'],
    ['0', '3', '0.00 %'],
    ['0.0001', '3000', '< 0.01 %'],
    ['1', '0', '–'],
    ['-1', '3', '–'],
  ])('of %s in %s is %s', (part, whole, share) => {
    expect(formatShare(credits(part), credits(whole))).toBe(share);
  });
});
