import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * Runs the tests of `npm test` on each supported Node and on the next one. Each Node comes from the
 * npm package `node`, into the cache of node_modules. What follows `--` replaces Jest's arguments.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/nodes');

const { values, positionals } = parseArgs({
  options: { versions: { type: 'string', default: '20,22,24,26' } },
  allowPositionals: true,
});

/** Installs a Node of this major version unless it is there, and returns the folder of its executable. Throws if npm fails. */
const installNode = (major) => {
  const folder = join(CACHE, major);
  mkdirSync(folder, { recursive: true });
  // Its install script copies the executable out of the registry's package for this platform.
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts=false', `node@${major}`];
  const { status, stderr } = spawnSync('npm', install, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm could not install node@${major}: ${stderr}`);
  return join(folder, 'node_modules/node/bin');
};

const ALL_ROOMS = ['--testMatch', '**/rooms/{unit,e2e}/*.room.ts'];
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** Runs Jest with the Node in this folder. Resolves with its exit code and its line of numbers. */
const runTests = (bin) =>
  new Promise((resolve) => {
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` };
    const jest = spawn(join(bin, 'node'), [...JEST, ...(positionals.length > 0 ? positionals : ALL_ROOMS)], {
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
  const bin = installNode(major);
  const { stdout } = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' });
  const { code, tests } = await runTests(bin);
  lines.push(`| ${stdout.trim()} | ${code === 0 ? 'green' : '**red**'} | ${tests} |`);
  if (code !== 0) process.exitCode = 1;
}
process.stdout.write(`\n| Node | | tests |\n| --- | --- | --- |\n${lines.join('\n')}\n`);
