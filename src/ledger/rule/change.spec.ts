import { describe, expect, it } from '@jest/globals';
import { credits } from '../../pricing/index.js';
import { causeOfChange } from './change.js';
import type { SeenMessage } from './seen-message.js';

const REPORT = { id: 9, name: 'Lease Abstract', creditCost: credits(79) };
const SEEN: SeenMessage = {
  id: 1,
  timestamp: '2024-04-29T00:00:00Z',
  epochMs: 0,
  nanoseconds: 0,
  reportId: 9,
  report: REPORT,
  textCredits: credits(2),
  textPrint: 'a',
};

describe('the cause of a change', () => {
  it.each<[what: string, now: Partial<SeenMessage>, card: string, cause: string | undefined]>([
    ['nothing', {}, 'A', undefined],
    ['another card at the same price', {}, 'B', undefined],
    ['another text at the same price', { textPrint: 'b' }, 'A', 'edited'],
    ['another id', { id: 2 }, 'A', 'edited'],
    ['another cost of the report', { report: { ...REPORT, creditCost: credits(80) } }, 'A', 'report_changed'],
    ['another name of the report', { report: { ...REPORT, name: 'Abstract' } }, 'A', 'report_changed'],
    ['a report that is gone', { report: undefined }, 'A', 'report_changed'],
    ['another price by another card', { textCredits: credits(3) }, 'B', 'rate_card_changed'],
    ['another price of the same text by the same card', { textCredits: credits(3) }, 'A', 'pricing_changed'],
    [
      'another price by the same card of a text without print',
      { textCredits: credits(3), textPrint: undefined },
      'A',
      'edited',
    ],
    [
      'another price by another card of a text without print',
      { textCredits: credits(3), textPrint: undefined },
      'B',
      'rate_card_changed',
    ],
  ])('%s', (_, now, card, cause) => {
    expect(causeOfChange({ nth: 0, message: SEEN, rateCard: 'A' }, { ...SEEN, ...now }, card)).toBe(cause);
  });
});
