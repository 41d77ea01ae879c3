import { compareEpochTimes, type EpochTime } from '../../time/epoch-time.js';
import { lastBegun } from '../../time/schedule.js';

/** A rate card that prices messages from an instant on. */
interface LaterCard {
  readonly from: EpochTime;
  /** SHA-256, in hexadecimal. */
  readonly rateCard: string;
}

/** The rate cards that price the texts of a reading. */
export interface ReadingCards {
  /** SHA-256 of the card that prices all texts, or those before the first of `laterCards`. */
  readonly rateCard: string;
  /** Cards that price later messages, strictly ascending. Left out if there is none: such readings were written before. */
  readonly laterCards?: readonly LaterCard[] | undefined;
}

/** SHA-256 of the card that prices a message of this instant. */
export const cardAt = ({ rateCard, laterCards }: ReadingCards, time: EpochTime): string =>
  (laterCards && lastBegun(laterCards, time))?.rateCard ?? rateCard;

export const areSameCards = (a: ReadingCards, b: ReadingCards): boolean => {
  const [ofA, ofB] = [a.laterCards ?? [], b.laterCards ?? []];
  return (
    a.rateCard === b.rateCard &&
    ofA.length === ofB.length &&
    ofA.every(({ from, rateCard }, index) => {
      const other = ofB[index];
      return other?.rateCard === rateCard && compareEpochTimes(other.from, from) === 0;
    })
  );
};

/** The cards alone, of what has more: without `laterCards` if there is none. */
export const toReadingCards = ({ rateCard, laterCards }: ReadingCards): ReadingCards => ({
  rateCard,
  ...(laterCards && { laterCards }),
});
