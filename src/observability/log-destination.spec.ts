import { Transform } from 'node:stream';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { logDestination } from './log-destination.js';

describe('the log', () => {
  const { isTTY } = process.stdout;
  afterEach(() => {
    process.stdout.isTTY = isTTY;
    jest.restoreAllMocks();
  });

  it.each<{ place: string; terminal: boolean; production: boolean; readable: boolean }>`
    place                            | terminal | production | readable
    ${'on a terminal'}               | ${true}  | ${false}   | ${true}
    ${'on a pipe'}                   | ${false} | ${false}   | ${false}
    ${'on a terminal in production'} | ${true}  | ${true}    | ${false}
    ${'on a pipe in production'}     | ${false} | ${true}    | ${false}
  `('$place is for a person to read: $readable', async ({ terminal, production, readable }) => {
    process.stdout.isTTY = terminal;
    // Only what makes the lines readable has to transform them.
    expect((await logDestination({ production })) instanceof Transform).toBe(readable);
  });
});
