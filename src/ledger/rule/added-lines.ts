import type { Credits } from '../../pricing/index.js';
import type { EpochTime } from '../../time/epoch-time.js';
import type { Line } from './line.js';

/**
 * Lines that one reading added to a period one after another, all present, as the journal has them:
 * what they come to is known, and each is read when it is asked for.
 */
export interface AddedLines {
  readonly period: string;
  /** Number of the first of them. */
  readonly entry: number;
  readonly count: number;
  /** The sum of their prices. */
  readonly credits: Credits;
  /** SHA-256 of each rate card that priced one. */
  readonly rateCards: readonly string[];
  readonly earliest: LineInstant;
  readonly latest: LineInstant;
  /** Reads them all, in their order. */
  read(): readonly Line[];
}

/** The instant of a message, and its timestamp as upstream wrote it. */
export interface LineInstant extends EpochTime {
  readonly timestamp: string;
}
