import type { Credits } from '../pricing/index.js';

export const HELD_REASONS = ['empty', 'shrunk', 'rewritten', 'unrelated', 'late'] as const;

/** An answer of upstream that fits no rule, kept whole until a later one fits or a person decides. */
export interface HeldReading {
  readonly number: number;
  readonly at: string;
  readonly reason: (typeof HELD_REASONS)[number];
  readonly messages: number;
  readonly credits: Credits;
}
