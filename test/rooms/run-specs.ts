import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

const SPEC = /\.(?:spec|browser)\.ts$/;

/** The spec files below a folder of the repository, as paths from its root; or the one spec that the path names. */
export const specsBelow = (path: string): string[] =>
  SPEC.test(path)
    ? [path]
    : readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
        .filter((name) => SPEC.test(name))
        .map((name) => join(path, name))
        .toSorted();

/**
 * Registers the tests of every spec below these paths in the suite that calls it. Jest links all modules anew for each suite,
 * which costs a suite that starts the service some seconds before its first test; the specs of one room pay that once.
 */
export const runSpecs = async (...paths: readonly string[]): Promise<void> => {
  for (const spec of paths.flatMap(specsBelow)) await import(join(ROOT, spec));
};
