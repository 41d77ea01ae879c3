import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ServiceProcess } from '../support/service-process.js';

const COPY = fileURLToPath(new URL('../../bundle/image.mjs', import.meta.url));

/** What is loaded from outside the bundle: the page, its libraries, the documentation's page, the ledger's database. */
const PATHS = [
  '/dashboard/assets/dashboard/browser/main.js',
  '/dashboard/vendor/preact/preact.mjs',
  '/dashboard/vendor/uplot/uPlot.iife.min.js',
  '/dashboard/vendor/uplot/uPlot.min.css',
  '/docs',
  '/docs/index.css',
  '/docs/favicon-16x16.png',
  '/docs/swagger-ui.css',
  '/docs/swagger-ui-bundle.js',
  '/docs/swagger-ui-standalone-preset.js',
  '/docs/swagger-ui-init.js',
  '/v1/periods',
];

describe('what the image has beside Node', () => {
  let folder: string;
  let service: ServiceProcess;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'image-'));
    execFileSync(process.execPath, [COPY, folder]);
    service = ServiceProcess.startWith({ COPILOT_API_BASE_URL: 'sample', PORT: '0' }, [join(folder, 'dist/main.js')]);
    url = await service.url();
  });
  afterAll(async () => {
    await service.end();
    rmSync(folder, { recursive: true });
  });

  it.each(PATHS)('is enough to answer %s', async (path) => {
    expect((await fetch(`${url}${path}`)).status).toBe(200);
  });

  it('is small, apart from the bundle', () => {
    const outside = join(folder, 'node_modules');
    const sizes = readdirSync(outside, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(outside, name)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8_000_000);
  });
});
