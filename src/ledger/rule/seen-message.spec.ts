import { describe, expect, it } from '@jest/globals';
import { credits } from '../../pricing/index.js';
import { creditsOf, isSameContent, isSameReport, type SeenMessage } from './seen-message.js';

const MESSAGE: SeenMessage = {
  id: 1,
  timestamp: '2024-04-30T20:00:00Z',
  epochMs: 0,
  nanoseconds: 0,
  textCredits: credits('5.2'),
  textPrint: 'a',
};
const REPORT = { id: 9, name: 'Lease Abstract', creditCost: credits(79) };

describe('a seen message', () => {
  it('costs what its report costs, and its text where no report prices it', () => {
    expect([creditsOf(MESSAGE), creditsOf({ ...MESSAGE, report: REPORT })]).toEqual([credits('5.2'), credits(79)]);
  });

  it.each<[what: string, other: Partial<SeenMessage>, expected: boolean]>([
    ['is the same under another price', { textCredits: credits(6) }, true],
    ['is edited by another text at the same price', { textPrint: 'b' }, false],
    ['is edited by other letters of the same instant', { timestamp: '2024-05-01T01:30:00+05:30' }, false],
    ['is edited by another report id', { reportId: 9 }, false],
    ['is the same where one text has no print and the price is equal', { textPrint: undefined }, true],
    [
      'is edited where one text has no print and the price differs',
      { textPrint: undefined, textCredits: credits(6) },
      false,
    ],
  ])('%s', (_, other, expected) => expect(isSameContent(MESSAGE, { ...MESSAGE, ...other })).toBe(expected));

  it.each([
    ['neither exists', undefined, undefined, true],
    ['one does not exist', REPORT, undefined, false],
    ['all is equal', REPORT, { ...REPORT }, true],
    ['the name differs', REPORT, { ...REPORT, name: 'Abstract' }, false],
    ['the cost differs', REPORT, { ...REPORT, creditCost: credits('79.001') }, false],
  ])('compares reports: %s', (_, a, b, expected) => expect(isSameReport(a, b)).toBe(expected));
});
