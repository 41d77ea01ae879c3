import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = 'main';
const LEDGER_THREAD = 'ledger/worker/ledger-thread';

/**
 * Lists the programs among the compiled modules, as paths in `folder` without `.js`: the service,
 * the ledger's thread, and each module of `bin` that exports nothing.
 */
export const findPrograms = (folder) => {
  const commands = readdirSync(join(folder, 'bin'))
    .filter((name) => name.endsWith('.js') && !/^export /m.test(readFileSync(join(folder, 'bin', name), 'utf8')))
    .map((name) => `bin/${name.replace(/\.js$/, '')}`);
  return [MAIN, LEDGER_THREAD, ...commands];
};
