import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const { cache } = createRequire(import.meta.url);

// Preloaded by a test: the packages whose modules the process had loaded by its end, on its standard error. Threads
// preload it too, and load their own.
if (isMainThread) {
  process.on('exit', () => {
    const packages = Object.keys(cache).map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
    process.stderr.write(`loaded: ${[...new Set(packages)].join(' ')}\n`);
  });
}
