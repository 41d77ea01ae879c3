import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceProcess } from '../support/service-process.js';

const OWN = '/dashboard/assets/dashboard/browser/';

/** The directories that the service serves files from, by URL prefix. */
const DIRECTORIES: Readonly<Record<string, string>> = {
  [OWN]: fileURLToPath(new URL('../../dist/dashboard/browser/', import.meta.url)),
  '/dashboard/vendor/preact/': dirname(fileURLToPath(import.meta.resolve('preact'))),
  '/dashboard/vendor/inter/': dirname(
    fileURLToPath(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')),
  ),
  '/dashboard/vendor/uplot/': dirname(fileURLToPath(import.meta.resolve('uplot/dist/uPlot.iife.min.js'))),
};

/** Matches the reference to another file in a page, a module or a style sheet. */
const REFERENCES = /(?:\bfrom\s*|\bimport\s*\(?\s*|\b(?:href|src)=|\burl\()\s*["']([^"'#\s]+)["']/g;

const isOwn = (path: string): boolean => path.startsWith(OWN);

describe('the files of the dashboard', () => {
  let service: ServiceProcess;
  let base: string;

  beforeAll(async () => {
    service = ServiceProcess.start({ COPILOT_API_BASE_URL: 'sample', PORT: '0' });
    base = await service.url();
  });
  afterAll(() => service.end());

  /** Requests the path exactly as written: `URL` would resolve its dots. */
  const fetched = async (path: string): Promise<{ status: number | undefined; body: string }> => {
    const { hostname, port } = new URL(base);
    const [response] = (await once(get({ hostname, port, path }), 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: await text(response) };
  };

  /** The path of every file that the page needs, directly or through another file. */
  const needed = async (): Promise<Set<string>> => {
    const paths = new Set<string>(['/dashboard']);
    for (const path of paths) {
      const { status, body } = await fetched(path);
      expect({ path, status }).toEqual({ path, status: 200 });
      if (path.startsWith('/dashboard/vendor/')) continue;
      for (const [, reference = ''] of body.matchAll(REFERENCES)) {
        const { origin, pathname } = new URL(reference, `${base}${path}`);
        if (origin === base && pathname.startsWith('/dashboard/')) paths.add(pathname);
      }
    }
    paths.delete('/dashboard');
    return paths;
  };

  /** The path of every file in the directories that the service serves. */
  const served = async (): Promise<Set<string>> => {
    const paths = Object.entries(DIRECTORIES).flatMap(([address, directory]) =>
      readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((file) => `${address}${file}`),
    );
    const statuses = await Promise.all(paths.map(async (path) => (await fetched(path)).status));
    return new Set(paths.filter((_, index) => statuses[index] === 200));
  };

  it('are its own files, and of all others exactly those that they import', async () => {
    const [required, all] = [await needed(), await served()];
    expect([...required].filter((path) => !all.has(path))).toEqual([]);
    expect([...all].filter((path) => !isOwn(path)).toSorted()).toEqual(
      [...required].filter((path) => !isOwn(path)).toSorted(),
    );
    expect([...all].filter((path) => !/\.(js|mjs|css|svg|woff2)$/.test(path))).toEqual([]);
    expect(required.size).toBeGreaterThan(25);
  });

  it.each([
    '/dashboard/assets/pricing/rate-cards/standard.json',
    '/dashboard/assets/pricing/rate-cards/standard.js',
    '/dashboard/assets/pricing/rate-cards%2fstandard.json',
    '/dashboard/assets/pricing//rate-cards/standard.json',
    '/dashboard/assets/pricing/./credits.js/../vectors.json',
    '/dashboard/assets/pricing/%63redits.js/..%2fvectors.json',
    '/dashboard/assets/pricing/credits.js/',
    '/dashboard/assets/dashboard/browser/../../pricing/vectors.json',
    '/dashboard/assets/dashboard/browser/..%2f..%2fpricing%2fvectors.json',
    '/dashboard/assets/dashboard/browser/index.html',
    '/dashboard/vendor/preact/preact.mjs.map',
    '/dashboard/vendor/preact/../package.json',
    '/dashboard/vendor/uplot/uPlot.d.ts',
  ])('do not include other files of their directories: %s', async (path) => {
    const { status, body } = await fetched(path);
    expect({ status, body: JSON.parse(body) }).toMatchObject({
      status: 404,
      body: { type: 'tag:copilot-credit-usage-api,2026:problems/not-found' },
    });
  });
});
