import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { specsBelow } from './run-specs.js';

const ROOMS = import.meta.dirname;
const SPECS = [...specsBelow('src'), ...specsBelow('test')];

/** The paths that a room hands to `runSpecs`. */
const pathsOf = (room: string): string[] => {
  const [, paths = ''] = /runSpecs\(([^)]*)\)/.exec(readFileSync(join(ROOMS, room), 'utf8')) ?? [];
  return Array.from(paths.matchAll(/'([^']+)'/g), ([, path = '']) => path);
};

describe('the rooms of `npm test`', () => {
  it('run every spec, each in one room', () => {
    const rooms = readdirSync(ROOMS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.room.ts'));
    const run = rooms.flatMap(pathsOf).flatMap(specsBelow);
    expect(run.toSorted()).toEqual(SPECS.toSorted());
  });

  /** A hook outside of a describe block would run for every other spec of the room too. */
  it('have no hook that is not of a describe block', () => {
    const hook = /^(?:(?:const|let) .*= )?(?:(?:before|after)(?:All|Each)|use[A-Z]\w*)\(/m;
    const offenders = SPECS.filter((spec) => hook.test(readFileSync(join(ROOMS, '../..', spec), 'utf8')));
    expect(offenders).toEqual([]);
  });
});
