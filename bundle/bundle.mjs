import { cpSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { ASCII } from './ascii.mjs';
import { LARGE_JSON } from './large-json.mjs';
import { LEANER_PACKAGES } from './leaner-packages.mjs';
import { NEVER_IMPORTED } from './never-imported.mjs';
import { toNotices } from './notices.mjs';
import { removeOldChunks } from './old-chunks.mjs';
import { isOutside } from './outside.mjs';
import { ownModules } from './own-modules.mjs';
import { PACKAGES_WITHOUT_MAPS } from './packages-without-maps.mjs';
import { findPrograms } from './programs.mjs';

/*
 * Bundles the modules that `nest build` compiled into `dist`: a file for each program, and chunks for
 * what they share and what they load when it is first needed. What runs has no other JavaScript but
 * the packages that stay outside.
 */

const MODULES = fileURLToPath(new URL('../dist-modules', import.meta.url));
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const PAGE = 'dashboard/browser';

const bundle = await rolldown({
  input: Object.fromEntries(findPrograms(MODULES).map((program) => [program, join(MODULES, `${program}.js`)])),
  platform: 'node',
  external: isOutside,
  resolve: { alias: LEANER_PACKAGES },
  // Its index also exports uploads, which nothing here uses.
  treeshake: { moduleSideEffects: [{ test: /@nestjs\/platform-express\//, sideEffects: false }] },
  plugins: [ownModules(MODULES), LARGE_JSON, NEVER_IMPORTED, PACKAGES_WITHOUT_MAPS, ASCII],
});
const { output } = await bundle.write({
  dir: DIST,
  format: 'esm',
  // Named by their contents, so that a running service still finds the chunks of its own build.
  chunkFileNames: '[name]-[hash].js',
  sourcemap: true,
  sourcemapExcludeSources: true,
  // Names of classes are names of routes, schemas and problems.
  keepNames: true,
  // The licences that some contain are in the notices.
  comments: false,
  // Modules run in the order of their imports: decorators need reflect-metadata before them.
  strictExecutionOrder: true,
});
cpSync(join(MODULES, PAGE), join(DIST, PAGE), {
  recursive: true,
  filter: (path) => ['', '.html', '.css', '.svg'].includes(extname(path)),
});
writeFileSync(join(DIST, 'THIRD-PARTY-NOTICES'), toNotices(output));
removeOldChunks(DIST);
