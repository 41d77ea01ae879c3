import { ExactNumber } from '../../validation/exact-number.js';
import { type JsonContainer, toJsonContainer } from './json-container.js';

/** UTF-16 code units after which a chunk is complete: a fraction of a millisecond of work. */
const CHUNK_LENGTH_MIN = 16_384;

/**
 * Writes plain values as JSON in chunks of about 16,000 characters, so that a large response does
 * not block the event loop. Writes objects, arrays and scalars as `JSON.stringify` does, an {@link
 * ExactNumber} as its text, and an async iterable as a list. Throws what an iterable throws.
 */
export const jsonChunks = async function* (root: unknown): AsyncGenerator<string> {
  const open: JsonContainer[] = [];
  let text = '';
  const write = (value: unknown): void => {
    const scalar = scalarJson(value);
    if (scalar !== undefined) {
      text += scalar;
      return;
    }
    const container = toJsonContainer(value as object);
    text += container.start;
    open.push(container);
  };
  write(root);
  for (let container = open.at(-1); container; container = open.at(-1)) {
    const step = container.next();
    const more = typeof step === 'boolean' ? step : await step;
    if (more) {
      text += container.lead;
      write(container.value);
    } else {
      text += container.end;
      open.pop();
    }
    if (text.length < CHUNK_LENGTH_MIN) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
};

/** The JSON of a scalar or an exact number; `undefined` for an object or a list. */
const scalarJson = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return value instanceof ExactNumber ? value.text : undefined;
};
