import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/*
 * Joins the page's compiled modules into `main.js`: 145 requests would carry more bytes of headers
 * than of code. `npm run start:dev` serves the modules as they are.
 */

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const PAGE = join(DIST, 'dashboard/browser');
/** Runs before uPlot, and so before the page. */
const APART = 'locale-fallback.js';

const bundle = await rolldown({
  input: join(PAGE, 'main.js'),
  // The service serves it out of its package, where its licence is.
  external: /vendor\/preact\/preact\.mjs$/,
  makeAbsoluteExternalsRelative: false,
});
const { output } = await bundle.generate({ format: 'esm', minify: { compress: true, mangle: true, codegen: false } });
await bundle.close();
for (const file of readdirSync(PAGE, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js') && file !== APART) rmSync(join(PAGE, file));
}
// Compiled for the page alone: the service has it in its own bundle.
rmSync(join(DIST, 'pricing'), { recursive: true, force: true });
const [{ code }] = output;
writeFileSync(join(PAGE, 'main.js'), code);
