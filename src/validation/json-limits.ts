import { endOfString } from './json-string.js';

/** How much a JSON text may hold. */
export interface JsonLimits {
  /** Number of values: the outermost one, and all members and elements at any depth. */
  readonly values: number;
  /** Depth of nesting: 1 for a value without members or elements. */
  readonly levels: number;
}

/**
 * Whether the value of a JSON text exceeds the limits. Scans the text only up to the limits and
 * parses nothing, because parsing a hostile megabyte would block other requests. The result for a
 * text that is not JSON has no meaning.
 */
export const exceedsLimits = ({ values, levels }: JsonLimits, json: string): boolean => {
  let count = 1;
  let open = 0;
  if (count > values || levels < 1) return true;
  for (let index = 0; index < json.length; index += 1) {
    switch (json.charAt(index)) {
      case '"':
        index = endOfString(json, index) - 1;
        break;
      case ',':
        count += 1;
        break;
      case '[':
      case '{':
        open += 1;
        if (isEmpty(json, index)) break;
        count += 1;
        if (open + 1 > levels) return true;
        break;
      case ']':
      case '}':
        open -= 1;
        break;
      default:
    }
    if (count > values) return true;
  }
  return false;
};

const CLOSED = /\s*[\]}]/y;

/**
 * Whether the bracket at `index` is closed immediately, that is, with nothing but white space in
 * between.
 */
const isEmpty = (json: string, index: number): boolean => {
  CLOSED.lastIndex = index + 1;
  return CLOSED.test(json);
};
