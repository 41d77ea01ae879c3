import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds the service unless `dist` is newer than all that it is made of: some suites start the built service. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run build` writes it last, and writes it only where nothing failed before. */
const LAST_WRITTEN = 'dist/dashboard/browser/main.js';

/** Milliseconds since the epoch; 0 where there is no such file. */
const modifiedAt = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const sources = ['src', 'bundle'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.endsWith('.spec.ts'))
    .map((path) => join(folder, path)),
);
const settings = readdirSync(ROOT).filter((name) => /^(?:tsconfig.*|nest-cli|package-lock)\.json$/.test(name));

const changedAt = Math.max(...[...sources, ...settings].map(modifiedAt));
if (changedAt >= modifiedAt(LAST_WRITTEN)) execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' });
