import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM } from './chromium.mjs';

/**
 * Renders the pictures of the README again, from the sample period, and its statement as a PDF
 * outside the repository: a PDF differs each time.
 */

const PORT = 8765;
const PICTURES = [
  { name: 'light', width: 1280, height: 1000, colorScheme: 'light', query: '' },
  {
    name: 'dark',
    width: 1280,
    height: 1000,
    colorScheme: 'dark',
    query: '?sort=report_name,-credits_used&day=2026-03-10',
  },
  { name: 'phone', width: 375, height: 900, colorScheme: 'light', query: '' },
  { name: 'statement', width: 1280, height: 1000, colorScheme: 'light', query: '?view=statement&period=2026-02-02' },
  { name: 'receipt', width: 1280, height: 1000, colorScheme: 'light', query: '?receipt=2037' },
];

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const service = spawn(process.execPath, [path('../../dist/main.js')], {
  env: { ...process.env, COPILOT_API_BASE_URL: 'sample', PORT: String(PORT), LOG_LEVEL: 'info' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(service.stdout, 'data');
const browser = await chromium.launch(CHROMIUM);
try {
  for (const { name, width, height, colorScheme, query } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(`http://127.0.0.1:${PORT}/dashboard${query}`);
    await page.locator('h1').waitFor();
    await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
    await page.screenshot({ path: path(`../../docs/pictures/${name}.png`) });
  }
  for (const format of ['A4', 'Letter']) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${PORT}/dashboard?view=statement&messages=all&period=2026-02-02`);
    await page.locator('[aria-busy=false] .statement').waitFor();
    const file = join(tmpdir(), `statement-${format}.pdf`);
    await page.pdf({ path: file, format, preferCSSPageSize: true });
    process.stdout.write(`${file}\n`);
  }
} finally {
  await browser.close();
  service.kill();
}
