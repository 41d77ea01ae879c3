import { endOfString } from './json-string.js';

/** Makes the value of a JSON number from its text and the key of its member. */
export type ReadNumber = (number: string, key: string) => unknown;

/**
 * Finds a member whose number a double may change, that is, any but a plain integer of up to 15
 * digits. It may also match inside a string, which costs time but changes nothing.
 */
const MAY_CHANGE = /"\s*:\s*-?(?:\d+[.eE]|\d{16})/;

/**
 * Parses JSON as `JSON.parse` does, except for numbers that are members of objects: `readNumber`
 * makes the value of those that a double may change. Reads any depth. Throws a SyntaxError if the
 * text is not JSON.
 */
export const parseExactJson = (json: string, readNumber: ReadNumber): unknown => {
  const value: unknown = JSON.parse(json);
  return MAY_CHANGE.test(json) ? read(json, readNumber) : value;
};

/** An object or list that is not closed yet. */
interface OpenValue {
  /** The keys of an object; undefined for a list. */
  readonly keys: string[] | undefined;
  readonly values: unknown[];
}

/** White space and separators between the tokens of JSON. */
const BETWEEN = /[\s,:]*/y;
/** A number, `true`, `false` or `null`. */
const LITERAL = /[^\s,\]}]+/y;
const PLAIN = /^-?\d{1,15}$/;

/** Reads `json`, which must be valid JSON: the reader does not check it again. */
const read = (json: string, readNumber: ReadNumber): unknown => {
  const root: OpenValue = { keys: undefined, values: [] };
  const open: OpenValue[] = [];
  let within = root;
  for (let index = skip(BETWEEN, json, 0); index < json.length; index = skip(BETWEEN, json, index)) {
    const { keys, values } = within;
    switch (json.charAt(index)) {
      case '{':
      case '[':
        open.push(within);
        within = { keys: json[index] === '{' ? [] : undefined, values: [] };
        index += 1;
        break;
      case '}':
      case ']':
        within = open.pop() ?? root;
        within.values.push(keys ? toObject(keys, values) : values);
        index += 1;
        break;
      case '"': {
        const end = endOfString(json, index);
        const isKey = keys?.length === values.length;
        (isKey ? keys : values).push(JSON.parse(json.slice(index, end)));
        index = end;
        break;
      }
      default: {
        const end = skip(LITERAL, json, index);
        const literal = json.slice(index, end);
        const key = keys?.at(-1);
        const isExact = key === undefined || PLAIN.test(literal) || /^[a-z]/.test(literal);
        values.push(isExact ? JSON.parse(literal) : readNumber(literal, key));
        index = end;
      }
    }
  }
  return root.values[0];
};

/** The index after the match of the sticky pattern `token` at `index`. */
const skip = (token: RegExp, json: string, index: number): number => {
  token.lastIndex = index;
  token.test(json);
  return token.lastIndex;
};

/**
 * Makes an object as `JSON.parse` does: the last of two equal keys wins, and `__proto__` is a key
 * like any other.
 */
const toObject = (keys: readonly string[], values: readonly unknown[]): object =>
  Object.fromEntries(keys.map((key, index) => [key, values[index]]));
