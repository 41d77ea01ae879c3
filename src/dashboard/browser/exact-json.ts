/** An amount of credits as the API wrote it: a decimal, to its last digit. */
export type Amount = string;

/** The fields of the API's answers that are amounts, each with its number. A string has no unescaped quote, so no match. */
const AMOUNT = /"(credits_used|credits|rate|running_total|baseline|candidate|difference)"\s*:\s*(-?\d[\d.eE+-]*)/g;

/**
 * Reads an answer of the API with its amounts as text. `JSON.parse` by itself would round them to the nearest double: 9007199254740993
 * to …992. Throws a SyntaxError for what is no JSON.
 */
export const parseExactly = (json: string): unknown => JSON.parse(json.replaceAll(AMOUNT, '"$1":"$2"'));
