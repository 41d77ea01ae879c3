import { Session } from 'node:inspector';
import { basename } from 'node:path';
import { isMainThread } from 'node:worker_threads';

// Preloaded by a test: the files that the process had loaded by its end, on its standard error. Threads preload it too,
// and load their own.
if (isMainThread) {
  process.on('exit', () => {
    const session = new Session();
    session.connect();
    const files = new Set();
    session.on('Debugger.scriptParsed', ({ params }) => files.add(basename(params.url)));
    session.post('Debugger.enable');
    process.stderr.write(`loaded: ${[...files].join(' ')}\n`);
  });
}
