import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IMAGE_FILES } from './image-files.mjs';

/* `node bundle/image.mjs FOLDER` copies what an image runs beside Node from a finished build into the folder. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: node bundle/image.mjs FOLDER');
for (const path of ['package.json', 'LICENSE', 'dist', ...IMAGE_FILES.map((file) => join('node_modules', file))]) {
  cpSync(join(ROOT, path), join(folder, path), { recursive: true });
}
