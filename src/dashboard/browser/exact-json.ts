/** An amount of credits as the API wrote it: a decimal with every digit. */
export type Amount = string;

/**
 * Matches a field that holds an amount, with its number. Cannot match within a string, where every
 * quote is escaped.
 */
const AMOUNT =
  /"(credits_used|adjustments|credits|rate|running_total|baseline|candidate|difference|increases|decreases|now)"\s*:\s*(-?\d[\d.eE+-]*)/g;

/**
 * Parses an answer of the API with its amounts as text: `JSON.parse` alone would round them to the
 * nearest double, such as 9007199254740993 to 9007199254740992. Throws a SyntaxError if the text is
 * not JSON.
 */
export const parseExactly = (json: string): unknown => JSON.parse(json.replaceAll(AMOUNT, '"$1":"$2"'));
