export interface ComboboxOption {
  readonly value: string;
  readonly name: string;
  /** A word beside the name: `this browser`. */
  readonly note?: string | undefined;
}

/** More options than this make the list slow, and nobody reads them. */
export const OPTIONS_MAX = 500;

/**
 * The options that have every word of a query in their name or note, in their order, at most
 * {@link OPTIONS_MAX}. Case and accents do not count; `_` and `/` are spaces.
 */
export const findOptions = (options: readonly ComboboxOption[], query: string): ComboboxOption[] => {
  const words = simplify(query).split(' ').filter(Boolean);
  return options
    .filter(({ name, note = '' }) => {
      const text = simplify(`${name} ${note}`);
      return words.every((word) => text.includes(word));
    })
    .slice(0, OPTIONS_MAX);
};

const simplify = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_/]/g, ' ').toLowerCase().trim();
