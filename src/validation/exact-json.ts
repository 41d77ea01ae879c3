import { endOfString } from './json-string.js';

/** What a number of a JSON text is read as; `key` is that of its member. */
export type ReadNumber = (number: string, key: string) => unknown;

/**
 * A member whose number a double may change: not a plain integer of up to 15 digits. It also finds what
 * looks like one inside a string, which costs time only.
 */
const MAY_CHANGE = /"\s*:\s*-?(?:\d+[.eE]|\d{16})/;

/**
 * Reads JSON as `JSON.parse` does, but for numbers that are members of objects: where a double may change
 * them they are what `readNumber` makes of their text. Throws a SyntaxError where it is no JSON. Any depth is read.
 */
export const parseExactJson = (json: string, readNumber: ReadNumber): unknown => {
  const value: unknown = JSON.parse(json);
  return MAY_CHANGE.test(json) ? read(json, readNumber) : value;
};

/** An object or a list that is not closed yet. */
interface Open {
  /** Those of an object; a list has none. */
  readonly keys: string[] | undefined;
  readonly values: unknown[];
}

/** What stands between the tokens of JSON. */
const BETWEEN = /[\s,:]*/y;
/** A number, `true`, `false` or `null`. */
const LITERAL = /[^\s,\]}]+/y;
const PLAIN = /^-?\d{1,15}$/;

/** Reads `json`, which is JSON: only then is every step here right. */
const read = (json: string, readNumber: ReadNumber): unknown => {
  const root: Open = { keys: undefined, values: [] };
  const open: Open[] = [];
  let within = root;
  for (let at = skip(BETWEEN, json, 0); at < json.length; at = skip(BETWEEN, json, at)) {
    const { keys, values } = within;
    switch (json.charAt(at)) {
      case '{':
      case '[':
        open.push(within);
        within = { keys: json[at] === '{' ? [] : undefined, values: [] };
        at += 1;
        break;
      case '}':
      case ']':
        within = open.pop() ?? root;
        within.values.push(keys ? objectOf(keys, values) : values);
        at += 1;
        break;
      case '"': {
        const end = endOfString(json, at);
        const isKey = keys?.length === values.length;
        (isKey ? keys : values).push(JSON.parse(json.slice(at, end)));
        at = end;
        break;
      }
      default: {
        const end = skip(LITERAL, json, at);
        const literal = json.slice(at, end);
        const key = keys?.at(-1);
        const isExact = key === undefined || PLAIN.test(literal) || /^[a-z]/.test(literal);
        values.push(isExact ? JSON.parse(literal) : readNumber(literal, key));
        at = end;
      }
    }
  }
  return root.values[0];
};

/** The index behind what the sticky `token` matches at `at`. */
const skip = (token: RegExp, json: string, at: number): number => {
  token.lastIndex = at;
  token.test(json);
  return token.lastIndex;
};

/** Of two members with one key the last counts; `__proto__` is a key as any other, as for `JSON.parse`. */
const objectOf = (keys: readonly string[], values: readonly unknown[]): object =>
  Object.fromEntries(keys.map((key, index) => [key, values[index]]));
