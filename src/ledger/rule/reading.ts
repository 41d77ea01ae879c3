import type { Credits } from '../../pricing/index.js';
import type { ReadingCards } from './reading-cards.js';
import type { SeenMessage } from './seen-message.js';

/** One whole and consistent answer of upstream, priced. A failed or partial read is no reading. */
export interface Reading extends ReadingCards {
  /**
   * The time on the service's clock. It decides only when a grace ends; the order of readings is
   * their number.
   */
  readonly atMs: number;
  /**
   * Equal for two readings with the same messages, reports and prices in the same order, and only
   * for those.
   */
  readonly digest: string;
  readonly messages: readonly SeenMessage[];
  /**
   * Price of the message's text by another rate card; undefined if text or card is no longer there.
   */
  readonly textCreditsBy: (message: SeenMessage, rateCard: string) => Credits | undefined;
}

/** Why a reading was held. */
export type HeldReason = 'empty' | 'shrunk' | 'rewritten' | 'unrelated' | 'late';

/**
 * A reading that fitted no rule: kept whole until a later one fits or a person decides. No later one
 * settles a late one, unless it has its messages.
 */
export interface HeldReading extends Reading {
  readonly number: number;
  readonly reason: HeldReason;
}
