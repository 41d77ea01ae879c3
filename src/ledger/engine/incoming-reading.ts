import type { Report } from '../../period/message.js';
import type { RateCardDocument } from '../../pricing/index.js';
import type { ReadingCards } from '../rule/reading-cards.js';

/** What the messages of a reading on its way to the ledger have in common. */
export interface ReadingHead extends ReadingCards {
  /** The documents of all these cards, by SHA-256. */
  readonly cards: ReadonlyMap<string, RateCardDocument>;
  /** Decimal places of the unit that texts are priced in. */
  readonly scale: number;
  /** Those that exist. */
  readonly reports: readonly Report[];
}

/** Some messages in upstream's order, as columns: they are cheap to send to another thread. */
export interface MessageBatch {
  readonly ids: readonly number[];
  readonly timestamps: readonly string[];
  readonly reportIds: readonly (number | undefined)[];
  /** What each text costs, in units of 10^-`scale` credits. */
  readonly textUnits: readonly number[];
  /** Undefined where `packedTexts` has them, or where the service has dropped them. */
  readonly texts: readonly string[] | undefined;
  /** The texts of a large period, as `unpackTexts` of `billing` reads them. */
  readonly packedTexts?: Uint8Array | undefined;
}
