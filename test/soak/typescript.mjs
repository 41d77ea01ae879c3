import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from '@swc/core';

/** Goes before a script with `--import`: TypeScript runs as it does in the tests, by the same compiler with the same options. */

const PACKAGE = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
const [, OPTIONS] = PACKAGE.jest.transform['^.+\\.ts$'];

// This file is its own hooks; they run in a thread of their own, which loads it once more.
if (isMainThread) register(import.meta.url);

export const resolve = (specifier, context, next) => {
  const source = /^\.{1,2}\/.*\.js$/.test(specifier) && new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
  return next(source && existsSync(source) ? source.href : specifier, context);
};

export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename, swcrc: false });
  return { format: 'module', source: code, shortCircuit: true };
};
