import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readFile } from '../support/pages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const { scripts } = JSON.parse(readFile('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

/** Changes when a file is written, or deleted and written again. */
const identityOf = (file: string): unknown => {
  const { ino, mtimeMs } = statSync(new URL(`../../${file}`, import.meta.url));
  return { ino, mtimeMs };
};

describe('the scripts of package.json', () => {
  it('have no pre or post scripts: with ignore-scripts, npm would not run them', () => {
    expect(readFile('.npmrc')).toContain('ignore-scripts=true');
    expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
  });

  it('do not delete a build that a service may be running from', () => {
    const { compilerOptions } = JSON.parse(readFile('nest-cli.json')) as { compilerOptions: { deleteOutDir: boolean } };
    expect(compilerOptions.deleteOutDir).toBe(false);
    expect(Object.values(scripts).filter((script) => /\brm\b/.test(script))).toEqual([]);
  });

  it('print a key from an existing build without changing it', () => {
    const before = identityOf('dist/main.js');
    const printed = execFileSync('npm', ['run', '--silent', 'key', '--', 'billing-team'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(printed).toMatch(/^ {2}billing-team:[0-9a-f]{64}$/m);
    expect(identityOf('dist/main.js')).toEqual(before);
  });

  it('watch the page as well, apart from the build that npm start runs', () => {
    expect(scripts['start:dev']).toContain('tsc -p src/dashboard/browser/tsconfig.build.json --outDir dist-dev');
    expect(scripts['start:dev']).toContain('nest start --watch --path tsconfig.dev.json');
    expect(readFile('tsconfig.dev.json')).toContain('"outDir": "dist-dev"');
  });
});
