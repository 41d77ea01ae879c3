import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The settings under which a client must compile: stricter than `--strict`, which README has. */
const STRICT = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes'];
const NODE = ['--module', 'nodenext', '--target', 'es2022'];

/** The folder of somebody who writes a client in TypeScript, with types generated from `openapi.json`. */
export class ClientFolder {
  private constructor(private readonly path: string) {}

  static async create(): Promise<ClientFolder> {
    const path = await mkdtemp(join(tmpdir(), 'client-'));
    await symlink(fromRoot('node_modules'), join(path, 'node_modules'));
    const folder = new ClientFolder(path);
    await folder.node(
      fromRoot('node_modules/openapi-typescript/bin/cli.js'),
      fromRoot('openapi.json'),
      '-o',
      'credit-usage.d.ts',
    );
    return folder;
  }

  readonly remove = (): Promise<void> => rm(this.path, { recursive: true });

  write(name: string, text: string): Promise<void> {
    return writeFile(join(this.path, name), text);
  }

  /** Compiles these files; returns the errors of the compiler, a line each. */
  async compile(...names: readonly string[]): Promise<string[]> {
    const tsc = fromRoot('node_modules/typescript/bin/tsc');
    const said = await this.node(tsc, ...STRICT, ...NODE, '--pretty', 'false', ...names).catch(
      (error: { readonly stdout: string }) => error.stdout,
    );
    // What explains an error is indented.
    return said.split('\n').filter((line) => /^\S/.test(line));
  }

  /** Runs a script here, with what it prints; rejects if it fails. */
  async node(script: string, ...parameters: readonly string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [script, ...parameters], { cwd: this.path });
    return stdout;
  }
}
