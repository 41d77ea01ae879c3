/** What one element of an `Accept` header asks for; its other parameters change nothing. */
interface MediaRange {
  /** In lower case: `text/csv`, `text/*` or any at all. */
  readonly range: string;
  /** Its `q`, from 0 to 1. */
  readonly weight: number;
}

/** Elements between commas, and their parts between semicolons, neither of which counts within quotes. */
const ELEMENTS = /(?:[^,"]|"(?:\\.|[^"\\])*"?)+/g;
const PARTS = /(?:[^;"]|"(?:\\.|[^"\\])*"?)+/g;
const WEIGHT = /^\s*q\s*=\s*([\d.]+)\s*$/i;

/**
 * The one of `offered` that an `Accept` header likes best; the first one if there is no header or it is empty, and
 * undefined if it accepts none of them. The weight of a type is that of the most specific range that has it (RFC 9110,
 * 12.5.1). Among equals the more specific range wins, then the one named first, then the type offered first.
 */
export const acceptedMediaType = <Type extends string>(
  accept: string | undefined,
  offered: readonly Type[],
): Type | undefined => {
  const ranges = rangesOf(accept ?? '');
  if (ranges.length === 0) return offered[0];
  let best: { readonly type: Type; readonly wish: Wish } | undefined;
  for (const type of offered) {
    const wish = wishFor(type, ranges);
    if (wish.weight > 0 && (best === undefined || isStronger(wish, best.wish))) best = { type, wish };
  }
  return best?.type;
};

/** How much a type is wanted. */
interface Wish {
  readonly weight: number;
  /** 3 by its full name, 2 by its main type, 1 as anything, 0 not at all. */
  readonly specificity: number;
  /** The index of the range in the header. */
  readonly index: number;
}

const NO_WISH: Wish = { weight: 0, specificity: 0, index: 0 };

const rangesOf = (accept: string): MediaRange[] =>
  (accept.match(ELEMENTS) ?? []).flatMap((element) => {
    const [range = '', ...parameters] = element.match(PARTS) ?? [];
    if (range.trim() === '') return [];
    const weight = parameters.map((parameter) => WEIGHT.exec(parameter)?.[1]).find((found) => found !== undefined);
    return [{ range: range.trim().toLowerCase(), weight: weight === undefined ? 1 : Number.parseFloat(weight) || 0 }];
  });

const wishFor = (type: string, ranges: readonly MediaRange[]): Wish => {
  const [main] = type.split('/');
  let wish = NO_WISH;
  for (const [index, { range, weight }] of ranges.entries()) {
    const specificity = range === type ? 3 : range === `${main}/*` ? 2 : Number(range === '*/*');
    if (specificity === 0 || specificity < wish.specificity) continue;
    // Two ranges of one name differ in parameters that nothing here has: the one that wants it more counts.
    if (specificity > wish.specificity || weight > wish.weight) wish = { weight, specificity, index };
  }
  return wish;
};

const isStronger = (a: Wish, b: Wish): boolean =>
  a.weight - b.weight > 0 ||
  (a.weight === b.weight && (a.specificity > b.specificity || (a.specificity === b.specificity && a.index < b.index)));
