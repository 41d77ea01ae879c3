import TestSequencer from '@jest/test-sequencer';

/** The rooms that start the built service again and again: no other room takes as long. */
const LONGEST = /\/process-\w+\.room\.ts$/;

/**
 * Jest's order, which goes by the last run if there was one, with the longest rooms first: no worker is left alone with one.
 * Jest takes the default export.
 */
// oxlint-disable-next-line import/no-default-export
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => LONGEST.test(path)), ...sorted.filter(({ path }) => !LONGEST.test(path))];
  }
}
