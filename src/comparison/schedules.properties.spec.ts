import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRateCard } from '../../test/support/any-rate-card.js';
import { exact } from '../../test/support/exact.js';
import { anyPricedText } from '../../test/support/priced-texts.js';
import { Bill } from '../billing/bill.js';
import { createMessagePricer } from '../period/message-pricer.js';
import type { Message } from '../period/message.js';
import type { MessageTable } from '../period/message-table.js';
import { PricedMessages } from '../period/priced-messages.js';
import { createRateCard, plus, type RateCard, ZERO } from '../pricing/index.js';
import { compareEpochTimes, type EpochTime } from '../time/epoch-time.js';
import { formatRfc3339, parseEpochTime } from '../time/rfc3339.js';
import type { Schedule } from '../time/schedule.js';
import { TimeSlice } from '../time/time-slice.js';
import { Calendar } from '../time/windows.js';
import { ComparedTotals, findChanges } from './compared-bills.js';
import { compareDays } from './compared-days.js';
import { compareReports } from './compared-reports.js';
import { ComparedTally } from './compared-shares.js';

const RUNS = { numRuns: 100, seed: 20_270_102 };
const DAYS = new Calendar('P1D', 'Europe/London');

const anyCard = anyRateCard.map(createRateCard);

/** Instants of four days in which the clock of London changes, often the same ones. */
const anyInstant = fc.record({
  epochMs: fc.integer({ min: 0, max: 8 }).map((halfDays) => Date.UTC(2026, 9, 23) + halfDays * 43_200_000),
  nanoseconds: fc.constantFrom(0, 1),
});

const anyMessages: fc.Arbitrary<Message[]> = fc
  .array(fc.record({ text: anyPricedText, at: anyInstant }), { maxLength: 8 })
  .map((messages) => messages.map(({ text, at }, id) => ({ id, text, timestamp: formatRfc3339(at, 0) })));

const tableOf = (cards: Schedule<RateCard>, messages: readonly Message[]): MessageTable => {
  const priced = new PricedMessages(createMessagePricer(cards));
  priced.collect(messages);
  return priced.table;
};

const billBy = (cards: Schedule<RateCard>, messages: readonly Message[]): Bill =>
  new Bill({ messages: tableOf(cards, messages), reports: new Map() });

const cutAt = (first: RateCard, from: EpochTime, value: RateCard): Schedule<RateCard> => ({
  first,
  later: [{ from, value }],
});

const always = (first: RateCard): Schedule<RateCard> => ({ first, later: [] });

describe('a bill by a schedule', () => {
  it('is the sum of the bills of both parts, each by its own card', () => {
    fc.assert(
      fc.property(anyCard, anyCard, anyInstant, anyMessages, (before, after, cut, messages) => {
        const isBefore = ({ timestamp }: Message) => compareEpochTimes(parseEpochTime(timestamp), cut) < 0;
        const earlier = billBy(always(before), messages.filter(isBefore));
        const later = billBy(
          always(after),
          messages.filter((message) => !isBefore(message)),
        );
        const whole = billBy(cutAt(before, cut, after), messages);
        expect(whole.wholeTotal()).toEqual(plus(earlier.wholeTotal(), later.wholeTotal()));
      }),
      RUNS,
    );
  });

  it('does not differ from itself, in any message, day or report', async () => {
    await fc.assert(
      fc.asyncProperty(anyCard, anyCard, anyInstant, anyMessages, async (before, after, cut, messages) => {
        const cards = cutAt(before, cut, after);
        const baseline = billBy(cards, messages);
        const bills = { baseline, candidate: baseline.pricedBy(tableOf(cards, messages)) };
        const timeSlice = new TimeSlice();
        const { messages: counts, increases, decreases, top } = await findChanges(bills, timeSlice);
        expect(counts).toEqual({ dearer: 0, cheaper: 0, unchanged: messages.length });
        expect([increases, decreases, top]).toEqual([ZERO, ZERO, []]);
        const shares = await new ComparedTally(bills).sharesOf(baseline.messages.rows(), timeSlice);
        expect(await compareReports(bills, shares, timeSlice)).toEqual([]);
        const totals = await new ComparedTotals(bills).sum(baseline.messages.rows(), timeSlice);
        const { by_day: days } = await compareDays(bills, DAYS, timeSlice);
        for (const { difference } of [totals, ...days]) expect(difference).toEqual(exact(0));
      }),
      RUNS,
    );
  });
});
