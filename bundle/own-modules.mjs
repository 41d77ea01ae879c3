import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

const MODULE_URL = 'import.meta.url';

/**
 * Plugin that loads the compiled modules in `folder`. Each keeps the URL that it would have in
 * `dist`, by which it finds files beside it, and its source map, so that stacks name the sources.
 */
export const ownModules = (folder) => ({
  name: 'own-modules',
  load(id) {
    if (!id.startsWith(folder + sep)) return null;
    const text = readFileSync(id, 'utf8');
    // Read by V8, whose strings may hold half a surrogate pair, which the bundler's cannot.
    if (id.endsWith('.json')) return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
    const url = `new URL(${JSON.stringify(`./${relative(folder, id)}`)}, ${MODULE_URL}).href`;
    const code = text.replaceAll(MODULE_URL, url);
    return { code, map: existsSync(`${id}.map`) ? readFileSync(`${id}.map`, 'utf8') : null };
  },
  generateBundle(_options, files) {
    const misplaced = Object.values(files).find(
      ({ fileName, code }) => fileName.includes('/') && code?.includes(MODULE_URL),
    );
    if (misplaced) this.error(`${misplaced.fileName} has a module that knows its URL as one in dist itself`);
  },
});
