import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Runs the tests on each Node that is supported, and on the next one. Each comes from the npm package `node`, into the cache of
 * node_modules. What follows `--` goes to Jest.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/nodes');

const { values, positionals } = parseArgs({
  options: { versions: { type: 'string', default: '20,22,24,26' } },
  allowPositionals: true,
});

/** The folder of the executable of this major version, installed where it is not there yet. Throws where npm fails. */
const binOf = (major) => {
  const folder = join(CACHE, major);
  mkdirSync(folder, { recursive: true });
  // Its install script copies the executable out of the package for this platform, which is in the registry too.
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts=false', `node@${major}`];
  const { status, stderr } = spawnSync('npm', install, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm could not install node@${major}: ${stderr}`);
  return join(folder, 'node_modules/node/bin');
};

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** Runs Jest by the executable in this folder. Resolves with its exit code and the lines that count. */
const test = (bin) =>
  new Promise((resolve) => {
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` };
    const jest = spawn(join(bin, 'node'), [...JEST, ...positionals], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let output = '';
    jest.stderr.on('data', (chunk) => {
      output += chunk;
      process.stderr.write(chunk);
    });
    jest.once('close', (code) => resolve({ code, tests: /^Tests: +(.*)$/m.exec(output)?.[1] ?? 'none' }));
  });

const lines = [];
for (const major of values.versions.split(',')) {
  const bin = binOf(major);
  const { stdout } = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' });
  const { code, tests } = await test(bin);
  lines.push(`| ${stdout.trim()} | ${code === 0 ? 'green' : '**red**'} | ${tests} |`);
  if (code !== 0) process.exitCode = 1;
}
process.stdout.write(`\n| Node | | tests |\n| --- | --- | --- |\n${lines.join('\n')}\n`);
