import { describe, expect, it } from '@jest/globals';
import { play, sumsOf } from '../../../test/support/ledger-history.js';
import { parseEpochTime } from '../../time/rfc3339.js';
import type { LedgerState } from './ledger-state.js';
import { areSameCards, cardAt } from './reading-cards.js';

const CARDS = {
  rateCard: 'A',
  laterCards: [
    { from: parseEpochTime('2026-03-10T00:00:00.000000001Z'), rateCard: 'B' },
    { from: parseEpochTime('2026-04-01T00:00:00Z'), rateCard: 'A' },
  ],
};

/** `1 A, 2 B`: the lines of all periods by message id, with the card of each. */
const cardsIn = ({ periods }: LedgerState): string =>
  periods
    .flatMap(({ lines }) => lines)
    .map(({ message, rateCard }) => `${message.id} ${rateCard}`)
    .join(', ');

/** `2 rate_card_changed`: the lines that the last reading changed, with the cause of each. */
const causesOf = (steps: readonly string[]): string => {
  const last = play(steps).entries.at(-1);
  const changes = last?.kind === 'reading' ? last.judgement.changes : [];
  return changes.map((change) => `${change.entry} ${'cause' in change ? change.cause : change.op}`).join(', ');
};

describe('the cards of a reading', () => {
  it.each<{ instant: string; card: string }>`
    instant                             | card
    ${'2026-03-10T00:00:00Z'}           | ${'A'}
    ${'2026-03-10T00:00:00.000000001Z'} | ${'B'}
    ${'2026-03-31T23:59:59.999999999Z'} | ${'B'}
    ${'2026-04-01T00:00:00Z'}           | ${'A'}
  `('are $card at $instant', ({ instant, card }) => {
    expect(cardAt(CARDS, parseEpochTime(instant))).toBe(card);
  });

  it('are the same where all cards and instants are', () => {
    const [first, second] = CARDS.laterCards;
    expect(areSameCards(CARDS, structuredClone(CARDS))).toBe(true);
    expect(areSameCards({ rateCard: 'A' }, { rateCard: 'A', laterCards: undefined })).toBe(true);
    expect(areSameCards(CARDS, { rateCard: 'A' })).toBe(false);
    expect(areSameCards(CARDS, { ...CARDS, rateCard: 'B' })).toBe(false);
    expect(
      areSameCards(CARDS, { ...CARDS, laterCards: [first, second].flatMap((each) => each ?? []).toReversed() }),
    ).toBe(false);
  });
});

describe('the lines of a ledger whose card changes at an instant', () => {
  it('have the card in force at their messages', () => {
    expect(cardsIn(play(['[A,B@2] 1-4@0']).state)).toBe('1 A, 2 A, 3 B, 4 B');
  });

  it('keep their cards where upstream gives the period again', () => {
    expect(cardsIn(play(['[A,B@2] 1-4@0', '[A,B@2] 1-5@0']).state)).toBe('1 A, 2 A, 3 B, 4 B, 5 B');
  });

  it('take another card where the instant moves, and say why the price changed', () => {
    const steps = ['1-4@0=1', '[A,B@2] 1-2@0=1 3-4@2=3'];
    expect(cardsIn(play(steps).state)).toBe('1 A, 2 A, 3 B, 4 B');
    expect(causesOf(steps)).toBe('2 rate_card_changed, 3 rate_card_changed');
    expect(sumsOf(play(steps).state)).toBe('2024-04-29 open 8');
  });

  it('take the card without a change where the price is the same', () => {
    const steps = ['1-4@0', '[A,B@2] 1-4@0'];
    expect(cardsIn(play(steps).state)).toBe('1 A, 2 A, 3 B, 4 B');
    expect(causesOf(steps)).toBe('');
  });

  it('take the card of the time to which their message moves', () => {
    const steps = ['[A,B@2] 1-4@0', '[A,B@2] 1@3.5 2-4@1'];
    expect(cardsIn(play(steps).state)).toBe('1 B, 2 A, 3 B, 4 B');
    expect(causesOf(steps)).toBe('0 edited');
  });

  it('keep the card of an ended period, in which a message comes again', () => {
    const steps = ['[A,B@2] 1-10@0', '[A,B@2] 11-15@720', '[C] 1@0=9|1 11-16@720'];
    expect(cardsIn(play(steps).state)).toBe(
      '1 A, 2 A, 3 B, 4 B, 5 B, 6 B, 7 B, 8 B, 9 B, 10 B, 11 C, 12 C, 13 C, 14 C, 15 C, 16 C',
    );
  });

  it('have the cards of a held reading where that is billed after all', () => {
    const steps = ['[A,B@2] 1-10@0', '[A,B@2] 10@9 11@12', '[C] 21-25@720'];
    expect(cardsIn(play(steps).state)).toContain('10 B, 11 B, 21 C');
  });
});
