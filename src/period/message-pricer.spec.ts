import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyRateCard } from '../../test/support/any-rate-card.js';
import { anyPricedText } from '../../test/support/priced-texts.js';
import { createRateCard, createTextPricer, priceText, STANDARD, toCredits } from '../pricing/index.js';
import { compareEpochTimes } from '../time/epoch-time.js';
import { formatRfc3339 } from '../time/rfc3339.js';
import type { Schedule } from '../time/schedule.js';
import { createMessagePricer, type MessagePricer } from './message-pricer.js';

const RUNS = { numRuns: 300, seed: 20_270_101 };

const anyCard = anyRateCard.map(createRateCard);

/** Instants close to each other, so that many are equal or a nanosecond apart. */
const anyInstant = fc.record({
  epochMs: fc.integer({ min: 1_800_000_000_000, max: 1_800_000_000_004 }),
  nanoseconds: fc.constantFrom(0, 1, 999_999),
});

const anyMessages = fc.array(fc.record({ text: anyPricedText, at: anyInstant }), { maxLength: 8 });

const priceWith = ({ scale, priceInUnits }: MessagePricer, text: string, timestamp = '2026-03-02T08:14:09Z') =>
  toCredits(priceInUnits(text, timestamp), scale);

describe('the price of a message by a schedule', () => {
  it('of one card is that of the card, at any time', () => {
    fc.assert(
      fc.property(anyCard, anyMessages, (card, messages) => {
        const pricer = createMessagePricer({ first: card, later: [] });
        for (const { text, at } of messages) {
          expect(priceWith(pricer, text, formatRfc3339(at, 0))).toEqual(priceText(card, text).total);
        }
        expect(pricer.scale).toBe(createTextPricer(card).scale);
      }),
      RUNS,
    );
  });

  it('that is cut at any instant is that of each part alone', () => {
    fc.assert(
      fc.property(anyCard, anyCard, anyInstant, anyMessages, (before, after, from, messages) => {
        const pricer = createMessagePricer({ first: before, later: [{ from, value: after }] });
        for (const { text, at } of messages) {
          const card = compareEpochTimes(at, from) < 0 ? before : after;
          expect(priceWith(pricer, text, formatRfc3339(at, 0))).toEqual(priceText(card, text).total);
        }
      }),
      RUNS,
    );
  });

  it('of equal cards does not depend on the cut', () => {
    const cut: Schedule<typeof STANDARD> = {
      first: STANDARD,
      later: [{ from: { epochMs: 0, nanoseconds: 0 }, value: STANDARD }],
    };
    const uncut = createMessagePricer({ first: STANDARD, later: [] });
    fc.assert(
      fc.property(anyPricedText, (text) => {
        expect(priceWith(createMessagePricer(cut), text)).toEqual(priceWith(uncut, text));
      }),
      RUNS,
    );
  });

  it('is refused where it is no safe integer in the finest unit of the schedule', () => {
    const coarse = createRateCard({ id: 'a', title: 'A', rules: [{ rule: 'base_cost', credits: 10 ** 13 }] });
    const fine = createRateCard({ id: 'b', title: 'B', rules: [{ rule: 'base_cost', credits: 0.0001 }] });
    const later = [{ from: { epochMs: 0, nanoseconds: 0 }, value: fine }];
    const { priceInUnits } = createMessagePricer({ first: coarse, later });
    expect(() => priceInUnits('lease', '1969-12-31T23:59:59Z')).toThrow('units are not a safe integer');
  });
});
