import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The list of migrations in a built program, up to its end. */
const LIST = /(["']?001["']?: \w[\w$]*),?(\s*\})/;

/** Adds a column, a table and an index, as a migration of ours may. */
const MIGRATION = `() => ({ up: async (db) => {
  await db.schema.alterTable('journal').addColumn('note', 'text').execute();
  await db.schema.createTable('annotation').addColumn('number', 'bigint').addColumn('words', 'text').execute();
  await db.schema.createIndex('annotation_number').on('annotation').column('number').execute();
} })`;

/** Builds the service as its next version could be, with one more migration; resolves to its main program. */
export const buildNextVersion = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'next-version-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  let changed = 0;
  for (const path of await readdir(join(folder, 'dist'), { recursive: true })) {
    if (!path.endsWith('.js')) continue;
    const file = join(folder, 'dist', path);
    const program = await readFile(file, 'utf8');
    if (!LIST.test(program)) continue;
    await writeFile(
      file,
      program.replace(LIST, (_, first, end) => `${first}, '002': ${MIGRATION}${end}`),
    );
    changed += 1;
  }
  if (changed === 0) throw new Error('the built service has no list of migrations');
  return join(folder, 'dist/main.js');
};
