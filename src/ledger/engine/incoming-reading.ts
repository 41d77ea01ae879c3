import type { Report } from '../../period/message.js';
import type { RateCardDocument } from '../../pricing/index.js';

/** What the messages of a reading on its way to the ledger have in common. */
export interface ReadingHead {
  /** SHA-256 of the rate card that priced the texts, in hexadecimal. */
  readonly rateCard: string;
  readonly card: RateCardDocument;
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
