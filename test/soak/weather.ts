import type { RequestListener } from 'node:http';
import * as answers from '../support/answers.js';

/** What the upstream does to every answer while this weather lasts; `well` is what it would have answered. */
export interface Weather {
  readonly name: string;
  readonly isFair: boolean;
  readonly answer: (well: RequestListener) => RequestListener;
}

const foul = (name: string, answer: Weather['answer']): Weather => ({ name, isFair: false, answer });

export const FAIR: Weather = { name: 'fair', isFair: true, answer: (well) => well };

let calls = 0;

/** Weathers in which a bill may fail; it must still not be wrong. */
export const FOUL: readonly Weather[] = [
  foul('503', () => answers.status(503)),
  foul('429', () => answers.status(429, { 'Retry-After': '0' })),
  foul('403', () => answers.status(403)),
  foul('closed before headers', () => answers.dropped),
  foul('reset', () => answers.reset),
  foul('silent', () => answers.silent),
  foul('slow', (well) => answers.slow(200, well)),
  foul('trickling', () => answers.trickling),
  foul('stalled', () => answers.stalled({ messages: [] })),
  foul('cut short', () => answers.cutShort({ messages: [] })),
  foul('cut before the last chunk', () => answers.cutBeforeLastChunk({ messages: [] })),
  foul('a page', () => answers.bytes('<!doctype html>')),
  foul('broken gzip', () => answers.bytes('{"messages":[]}', { 'Content-Encoding': 'gzip' })),
  foul('endless', () => answers.endless),
  foul('flapping', (well) => {
    calls += 1;
    return calls % 2 === 0 ? well : answers.status(503);
  }),
];
