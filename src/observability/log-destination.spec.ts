import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BoundedLog } from './bounded-log.js';
import { openLogDestination } from './log-destination.js';

const LINE = '{"level":30,"time":0,"msg":"Hello"}\n';
const READABLE = expect.stringMatching(/^\[.*INFO.*Hello.*\n$/);

describe('the format of the log', () => {
  const { isTTY } = process.stdout;
  let written: string[];

  beforeEach(() => {
    written = [];
    jest.spyOn(BoundedLog.prototype, 'write').mockImplementation((line) => void written.push(line));
  });
  afterEach(() => {
    process.stdout.isTTY = isTTY;
    jest.restoreAllMocks();
  });

  it.each<{ output: string; terminal: boolean; production: boolean; readable: boolean }>`
    output                           | terminal | production | readable
    ${'on a terminal'}               | ${true}  | ${false}   | ${true}
    ${'on a pipe'}                   | ${false} | ${false}   | ${false}
    ${'on a terminal in production'} | ${true}  | ${true}    | ${false}
    ${'on a pipe in production'}     | ${false} | ${true}    | ${false}
  `('is readable $output: $readable', async ({ terminal, production, readable }) => {
    process.stdout.isTTY = terminal;
    (await openLogDestination({ production })).write(LINE);
    expect(written).toEqual([readable ? READABLE : LINE]);
  });
});
