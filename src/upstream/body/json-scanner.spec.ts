import { describe, expect, it } from '@jest/globals';
import { JsonScanner } from './json-scanner.js';

/** The offsets in `text` at which the scanner stops, marked with `^`. */
const marksOf = (text: string, chunkLength: number): string => {
  const bytes = Buffer.from(text, 'latin1');
  const scanner = new JsonScanner();
  const marks = Array.from(text, () => ' ');
  for (let start = 0; start < bytes.length; start += chunkLength) {
    const chunk = bytes.subarray(start, start + chunkLength);
    for (let cut = scanner.findCut(chunk, 0); cut < chunk.length; cut = scanner.findCut(chunk, cut + 1)) {
      marks[start + cut] = '^';
    }
  }
  return marks.join('').trimEnd();
};

describe('JsonScanner', () => {
  it.each<{ what: string; text: string; marks: string }>`
    what                                    | text                        | marks
    ${'the keys and the lists of the root'} | ${'{"ab":[12,"c,",[3,4]]}'} | ${' ^    ^  ^    ^     ^'}
    ${'no comma of the root'}               | ${'{"a":1,"b":{}}'}         | ${' ^     ^   ^^'}
    ${'no byte inside an element'}          | ${'[[{"a":[1,2]},{}]]'}     | ${' ^           ^  ^'}
    ${'no byte inside a string'}            | ${'{"a,]":["]},{["]}'}      | ${' ^     ^       ^'}
    ${'no quote that is escaped'}           | ${'{"\\"":["\\",\\\\",1]}'} | ${' ^    ^       ^ ^'}
    ${'no bracket before the root begins'}  | ${'"a,[" 1,2'}              | ${''}
  `('stops at $what', ({ text, marks }) => {
    for (let chunkLength = 1; chunkLength <= text.length; chunkLength += 1) {
      expect(`${text}\n${marksOf(text, chunkLength)}`).toBe(`${text}\n${marks}`);
    }
  });
});
