/** One element of an `Accept` header. Parameters other than `q` are ignored. */
interface MediaRange {
  /** In lower case: a media type, a main type with a star, or two stars for any type. */
  readonly range: string;
  /** The parameter `q`, from 0 to 1; 1 if absent. */
  readonly weight: number;
}

/** Elements between commas, and their parts between semicolons; both are ignored within quotes. */
const ELEMENTS = /(?:[^,"]|"(?:\\.|[^"\\])*"?)+/g;
const PARTS = /(?:[^;"]|"(?:\\.|[^"\\])*"?)+/g;
const WEIGHT = /^\s*q\s*=\s*([\d.]+)\s*$/i;

/**
 * The type among `offered` that an `Accept` header prefers: the first one if the header is absent
 * or empty, `undefined` if it accepts none. A type has the weight of the most specific range that
 * matches it (RFC 9110, 12.5.1). Among equal weights the more specific range wins, then the range
 * named first, then the type offered first.
 */
export const acceptedMediaType = <Type extends string>(
  accept: string | undefined,
  offered: readonly Type[],
): Type | undefined => {
  const ranges = parseRanges(accept ?? '');
  if (ranges.length === 0) return offered[0];
  let best: { readonly type: Type; readonly preference: Preference } | undefined;
  for (const type of offered) {
    const preference = findPreference(type, ranges);
    if (preference.weight > 0 && (best === undefined || isStronger(preference, best.preference)))
      best = { type, preference };
  }
  return best?.type;
};

/** How well a header accepts a type. */
interface Preference {
  readonly weight: number;
  /** 3 for the full name, 2 for the main type, 1 for any type, 0 for no match. */
  readonly specificity: number;
  /** The index of the range in the header. */
  readonly index: number;
}

const NO_PREFERENCE: Preference = { weight: 0, specificity: 0, index: 0 };

const parseRanges = (accept: string): MediaRange[] =>
  (accept.match(ELEMENTS) ?? []).flatMap((element) => {
    const [range = '', ...parameters] = element.match(PARTS) ?? [];
    if (range.trim() === '') return [];
    const weight = parameters.map((parameter) => WEIGHT.exec(parameter)?.[1]).find((found) => found !== undefined);
    return [{ range: range.trim().toLowerCase(), weight: weight === undefined ? 1 : Number.parseFloat(weight) || 0 }];
  });

const findPreference = (type: string, ranges: readonly MediaRange[]): Preference => {
  const [main] = type.split('/');
  let preference = NO_PREFERENCE;
  for (const [index, { range, weight }] of ranges.entries()) {
    const specificity = range === type ? 3 : range === `${main}/*` ? 2 : Number(range === '*/*');
    if (specificity === 0 || specificity < preference.specificity) continue;
    // Two ranges of the same name differ only in ignored parameters: the higher weight counts.
    if (specificity > preference.specificity || weight > preference.weight) preference = { weight, specificity, index };
  }
  return preference;
};

const isStronger = (a: Preference, b: Preference): boolean =>
  a.weight - b.weight > 0 ||
  (a.weight === b.weight && (a.specificity > b.specificity || (a.specificity === b.specificity && a.index < b.index)));
