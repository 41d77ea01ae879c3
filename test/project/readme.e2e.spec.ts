import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Environment } from '../../src/config/environment.js';
import { readSettings } from '../../src/config/read-settings.js';
import { PROBLEM_TYPES } from '../../src/http/problems/problem-types.js';
import { STANDARD } from '../../src/pricing/index.js';
import type { RunningService } from '../support/service.js';
import { anchorsOf, readFile } from '../support/pages.js';
import { useService } from '../support/use-service.js';

const root = new URL('../../', import.meta.url);

const PAGES = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const pages = PAGES.map(readFile).join('\n');
const readme = readFile('README.md');
const manifest = JSON.parse(readFile('package.json')) as Record<'dependencies' | 'devDependencies' | 'scripts', object>;

const cells = (row: string): string[] =>
  row
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''))
    .slice(1, -1);

/** The rows of a page's table with this header. */
const table = (page: string, ...header: string[]): string[][] => {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => cells(line).join('|') === header.join('|'));
  const rows = lines.slice(start + 2);
  return rows.slice(0, rows.indexOf('')).map(cells);
};

interface Call {
  readonly command: string;
  readonly shown: string;
}

/** Each `curl` of README.md and docs/ with the answer that follows it. */
const calls = Array.from(
  pages.matchAll(/```sh\n(curl http[^`]*|curl '[^`]*)\n```\n\n```\w*\n([^`]*)\n```/g),
  ([, command = '', shown = '']): Call => ({ command, shown }),
);

/** Removes the line breaks that the pages add to an answer. */
const unwrapped = (text: string): string => text.replaceAll(/\s*\r?\n\s*/g, '').trim();

/** Sends the request of a pasted `curl`. */
const askAsPasted = async ({ http }: RunningService, command: string): Promise<string> => {
  const path = /http:\/\/127\.0\.0\.1:8000([^\s']*)/.exec(command)?.[1] ?? '';
  const body = /-d '([^']*)'/.exec(command)?.[1];
  const headers = Array.from(command.matchAll(/-H '([^:]*): ([^']*)'/g), ([, name = '', value = '']) => [name, value]);
  const asked = body === undefined ? http.get(path) : http.post(path).send(body);
  const { text } = await asked.set(Object.fromEntries(headers) as Record<string, string>).expect(200);
  return text;
};

const { ledger } = readSettings({ COPILOT_API_BASE_URL: 'sample' });

const textOf = (list: object): string =>
  Object.values(list)
    .map((entry) => JSON.stringify(entry))
    .join(',');

/** Each variable with its default, written as in `.env`. */
const defaults = Object.entries({ ...new Environment(), COPILOT_API_BASE_URL: undefined }).map(
  ([name, value]): [string, string | undefined] => [
    name,
    typeof value === 'object' ? textOf(value) : value?.toString(),
  ],
);

const shownDefault = (value: string | undefined): string => (value === '' ? 'none' : (value ?? 'none: required'));

describe('README.md', () => {
  const service = useService({
    settings: { receiptText: true, ...(ledger && { ledger }) },
    upstream: { baseUrl: 'sample' },
  });

  it('shows the price list that is charged', () => {
    expect(table(readme, 'rule', 'what it does')).toEqual(
      STANDARD.rules.map(({ code, description }) => [code, description]),
    );
  });

  it('links to docs/settings.md, which has every setting with its default', () => {
    const named = table(readFile('docs/settings.md'), 'name', 'default', 'what it sets').map(([name, value]) => [
      name,
      value,
    ]);
    const expected = defaults.map(([name, value]) => [name, shownDefault(value)]);
    expect(new Set(named)).toEqual(new Set(expected));
  });

  it('links to docs/problems.md, which has every problem type with its status', () => {
    const named = table(readFile('docs/problems.md'), 'type ends in', 'status', 'when').map(([type, status]) => [
      type,
      status,
    ]);
    expect(named).toEqual(Object.entries(PROBLEM_TYPES).map(([code, { status }]) => [`/${code}`, String(status)]));
  });

  it('has every route of the OpenAPI document', () => {
    const named = table(readme, 'route', 'answer').flatMap(([routes = '']) => routes.match(/\/[\w/{}.-]*/g) ?? []);
    const { paths } = JSON.parse(readFile('openapi.json')) as { paths: object };
    expect(named).toEqual(expect.arrayContaining(Object.keys(paths)));
  });

  it.each(calls)('answers `$command` as it shows', async ({ command, shown }) => {
    const answer = await askAsPasted(service, command);
    for (const fragment of shown.split('…').map(unwrapped)) expect(unwrapped(answer)).toContain(fragment);
  });

  it('links to docs/ledger.md, which has the hash of the sealed lines that it names', async () => {
    const { text } = await service.http.get('/v1/periods/2026-01-05/sealed').expect(200);
    expect(readFile('docs/ledger.md')).toContain(createHash('sha256').update(text).digest('hex'));
  });

  it('links to docs/packages.md, which has a reason for every package', () => {
    const page = readFile('docs/packages.md');
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const named = (name: string): boolean => page.includes(`\`${name}\``) || page.includes(`\`${name.split('/')[1]}\``);
    expect(packages.filter((name) => !name.startsWith('@types/') && !named(name))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const named = Array.from(pages.matchAll(/npm run ([\w:-]+)/g), ([, script]) => script);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
  });

  it('has every room of src in its tree', () => {
    const tree = readme.match(/```\nsrc\/\n[^`]*```/)?.[0] ?? '';
    const rooms = readdirSync(new URL('src/', root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.filter(({ name }) => !tree.includes(`\n  ${name}/ `))).toEqual([]);
  });

  it.each(PAGES)('%s links only to files and headings that exist', (page) => {
    const broken = Array.from(readFile(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g), ([, link = '']) => link).filter(
      (link) => {
        const [file = '', heading] = link.split('#');
        const target = file === '' ? new URL(page, root) : new URL(file, new URL(page, root));
        return !existsSync(target) || (heading !== undefined && !anchorsOf(readFileSync(target, 'utf8')).has(heading));
      },
    );
    expect(broken).toEqual([]);
  });
});

describe('.env.example', () => {
  it('has every variable with its default', () => {
    const lines = readFile('.env.example')
      .split('\n')
      .filter((line) => /^\w+=/.test(line));
    const expected = defaults.map(([name, value]) => `${name}=${value ?? 'sample'}`);
    expect(lines.toSorted()).toEqual(expected.toSorted());
  });
});
