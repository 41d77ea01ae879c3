import { ExactNumber } from '../../validation/exact-number.js';
import { type JsonContainer, jsonContainerOf } from './json-container.js';

/** UTF-16 code units, or a few more, that are written in one go: a fraction of a millisecond of work. */
const CHUNK_LENGTH = 16_384;

/**
 * The JSON of plain values in chunks of text, so that no answer, however large, is written in one go.
 * Writes what `JSON.stringify` writes of objects, arrays and scalars, and beyond it: an
 * {@link ExactNumber} as its text, and an async iterable as a list.
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
    const container = jsonContainerOf(value as object);
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
    if (text.length < CHUNK_LENGTH) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
};

/** The JSON of a scalar or an exact number; undefined for an object or a list. */
const scalarJson = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return value instanceof ExactNumber ? value.text : undefined;
};
