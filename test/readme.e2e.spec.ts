import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Environment } from '../src/config/environment.js';
import { PROBLEM_TYPES } from '../src/http/problem-types.js';
import { STANDARD } from '../src/pricing/index.js';
import { type RunningService, startService } from './support/service.js';
import { testSettings } from './support/settings.js';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies' | 'scripts', object>;

const cells = (row: string): string[] =>
  row
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''))
    .slice(1, -1);

/** The rows of the table with this header. */
const table = (...header: string[]): string[][] => {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => cells(line).join('|') === header.join('|'));
  const rows = lines.slice(start + 2);
  return rows.slice(0, rows.indexOf('')).map(cells);
};

const defaults = { ...new Environment(), COPILOT_API_BASE_URL: undefined };

describe('README.md', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await startService(testSettings({ baseUrl: 'sample' }));
  });
  afterAll(() => service.stop());

  it('shows the price list that is charged', () => {
    expect(table('rule', 'what it does')).toEqual(STANDARD.rules.map(({ code, description }) => [code, description]));
  });

  it('has every setting with its default', () => {
    const named = table('name', 'default', 'what it sets').map(([name, value]) => [name, value]);
    const expected = Object.entries(defaults).map(([name, value]) => [name, String(value ?? 'none: required')]);
    expect(named.toSorted()).toEqual(expected.toSorted());
  });

  it('has every problem type with its status', () => {
    const named = table('type ends in', 'status', 'when').map(([type, status]) => [type, status]);
    expect(named).toEqual(Object.entries(PROBLEM_TYPES).map(([code, { status }]) => [`/${code}`, String(status)]));
  });

  it('has every route', () => {
    const named = table('route', 'answer').flatMap(([routes = '']) => routes.match(/\/[\w/-]*/g) ?? []);
    return Promise.all(named.map((route) => service.http.get(route).expect(200)));
  });

  it('shows entries that the sample period really has', async () => {
    const { text } = await service.http.get('/usage').expect(200);
    const shown = readme.match(/^ {2}\{.*\}/gm) ?? [];
    expect(shown).toHaveLength(3);
    for (const entry of shown) expect(text).toContain(entry.trim());
    expect(readme).toContain(`${(JSON.parse(text) as { usage: object[] }).usage.length} entries`);
  });

  it('has a reason for every package', () => {
    const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const named = (name: string): boolean =>
      readme.includes(`\`${name}\``) || readme.includes(`\`${name.split('/')[1]}\``);
    expect(packages.filter((name) => !name.startsWith('@types/') && !named(name))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const named = Array.from(readme.matchAll(/npm run ([\w:]+)/g), ([, script]) => script);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
  });
});

describe('.env.example', () => {
  it('has every variable with its default', () => {
    const lines = read('.env.example')
      .split('\n')
      .filter((line) => /^\w+=/.test(line));
    const expected = Object.entries(defaults).map(([name, value]) => `${name}=${value ?? 'sample'}`);
    expect(lines.toSorted()).toEqual(expected.toSorted());
  });
});
