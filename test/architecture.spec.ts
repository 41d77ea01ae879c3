import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

const BELOW_FEATURES = [
  'auth',
  'billing',
  'config',
  'http',
  'openapi',
  'period',
  'pricing',
  'rate-cards',
  'spreadsheet',
  'time',
  'validation',
];

/** Room → the rooms it may import. What is not named is forbidden; a room is a folder of `src`, or a file beside them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  product: [],
  pricing: [],
  time: [],
  spreadsheet: ['time'],
  validation: ['time'],
  period: ['pricing', 'time'],
  http: ['time', 'validation'],
  auth: ['http'],
  config: ['auth', 'pricing', 'validation'],
  // A rate card can be the body of a request, so its schema is a part of the document.
  openapi: ['auth', 'http', 'pricing', 'product'],
  observability: ['auth', 'config', 'http', 'product'],
  server: ['config', 'http'],
  // A rate card is in force from an instant on, hence `time`.
  'rate-cards': ['auth', 'config', 'http', 'openapi', 'pricing', 'time', 'validation'],
  upstream: ['config', 'observability', 'period', 'time', 'validation'],
  billing: ['config', 'observability', 'period', 'pricing', 'rate-cards', 'time', 'upstream', 'validation'],
  ledger: ['billing', 'config', 'observability', 'period', 'pricing', 'rate-cards', 'time'],
  usage: BELOW_FEATURES,
  receipts: BELOW_FEATURES,
  estimates: BELOW_FEATURES,
  summary: BELOW_FEATURES,
  comparison: BELOW_FEATURES,
  periods: BELOW_FEATURES,
  readings: BELOW_FEATURES,
  adjustments: BELOW_FEATURES,
  reconciliation: BELOW_FEATURES,
  'service-index': ['auth', 'config', 'http', 'openapi', 'product'],
  health: ['auth', 'billing', 'config', 'http', 'openapi', 'product', 'upstream'],
  dashboard: ['auth', 'config', 'http', 'pricing'],
};

/** These put the rooms together, and see all of them. */
const ABOVE_ALL = new Set([
  'main',
  'bin',
  'configure-app',
  'app.module',
  'startup-message',
  'fatal-errors',
  'nest-options',
]);

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join(posix.sep))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.spec.ts'));

const KNOWN = new Set(FILES);

/** `usage/page.ts` → `usage`, `main.ts` → `main`. */
const roomOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.ts$/, '');

/** The files of `src` that a file imports, types included. */
const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(join(SRC, file), 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(dirname(file), name).replace(/\.js$/, '.ts'))
    .map((path) => (KNOWN.has(path) ? path : `${path}x`))
    .filter((path) => KNOWN.has(path));

const IMPORTS = new Map(FILES.map((file) => [file, importsOf(file)]));

/** `file → imported` for every import from one room to another that the table does not name. */
const forbidden = (): string[] =>
  FILES.filter((file) => !ABOVE_ALL.has(roomOf(file))).flatMap((file) =>
    (IMPORTS.get(file) ?? [])
      .filter((imported) => roomOf(imported) !== roomOf(file))
      .filter((imported) => !MAY_IMPORT[roomOf(file)]?.includes(roomOf(imported)))
      .map((imported) => `${file} → ${imported}`),
  );

/** What other rooms may import of `pricing`. The dashboard's page is served as it is built, and loads only what it needs. */
const isEntryOfPricing = (file: string, imported: string): boolean =>
  imported === 'pricing/index.ts' || (file.startsWith('dashboard/browser/') && imported === 'pricing/credits.ts');

/** `file → imported` for every import from another room to a file within `pricing`. */
const pastTheEntry = (): string[] =>
  FILES.filter((file) => roomOf(file) !== 'pricing').flatMap((file) =>
    (IMPORTS.get(file) ?? [])
      .filter((imported) => roomOf(imported) === 'pricing' && !isEntryOfPricing(file, imported))
      .map((imported) => `${file} → ${imported}`),
  );

/** Every file that, through its imports, imports itself: each with the way back to it. */
const circles = (): string[] => {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const imported of IMPORTS.get(file) ?? []) visit(imported, [...path, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  return found;
};

describe('The rooms of src', () => {
  it('import only the rooms that the table names for them', () => expect(forbidden()).toEqual([]));
  it('import pricing by its index only, or by its credits for the page', () => expect(pastTheEntry()).toEqual([]));
  it('have no circle of imports, those of types included', () => expect(circles()).toEqual([]));
  it('are all in the table', () => {
    const rooms = new Set(FILES.map(roomOf).filter((room) => !ABOVE_ALL.has(room)));
    expect([...rooms].toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
  });
});
