/** What a row must reach: `at most 250`, `at least 8`. */
export interface Target {
  readonly kind: 'most' | 'least';
  readonly limit: number;
}

export const atMost = (limit: number): Target => ({ kind: 'most', limit });

export const atLeast = (limit: number): Target => ({ kind: 'least', limit });

/** One line of the outcome. A row without a target is there to be read beside the others. */
export interface Row {
  readonly what: string;
  readonly value: number;
  /** Follows the value and the target's limit: `ms`, `MB`, `times the afternoon version`. */
  readonly unit: string;
  readonly target?: Target;
}

/** A cell for each column, the same columns in each line of a table. */
export type Detail = Readonly<Record<string, string | number>>;

/** What one scenario found; `failure` says why it found nothing. */
export interface Outcome {
  readonly number: number;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly details: readonly Detail[];
  readonly failure?: string;
}

/** Whether a row reaches its target; nothing where it has none. */
export const isMet = ({ value, target }: Row): boolean | undefined => {
  if (!target) return undefined;
  return target.kind === 'most' ? value <= target.limit : value >= target.limit;
};
