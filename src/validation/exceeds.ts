import { endOfString } from './json-string.js';

/** How much a JSON text may hold. */
export interface Bounds {
  /** Itself, fields and elements, all told. */
  readonly values: number;
  /** How deep they may lie in each other; a value with nothing in it is one level. */
  readonly levels: number;
}

/**
 * Whether the value of a JSON text holds more than that. Looks at the text alone, and no further than the
 * bounds: to read a hostile megabyte takes longer than others may wait. Of what is no JSON it says something.
 */
export const exceeds = ({ values, levels }: Bounds, json: string): boolean => {
  let count = 1;
  let open = 0;
  if (count > values || levels < 1) return true;
  for (let at = 0; at < json.length; at += 1) {
    switch (json.charAt(at)) {
      case '"':
        at = endOfString(json, at) - 1;
        break;
      case ',':
        count += 1;
        break;
      case '[':
      case '{':
        open += 1;
        if (isEmpty(json, at)) break;
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

/** Whether the bracket at `at` is closed again at once. */
const isEmpty = (json: string, at: number): boolean => {
  CLOSED.lastIndex = at + 1;
  return CLOSED.test(json);
};
