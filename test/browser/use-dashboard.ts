import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { FakeUpstream } from '../support/fake-upstream.js';
import { type PrefixProxy, startPrefixProxy } from '../support/prefix-proxy.js';
import { ServiceProcess } from '../support/service-process.js';
import { CHROMIUM } from './chromium.mjs';

const HAS_BROWSER = existsSync(CHROMIUM.executablePath);
if (!HAS_BROWSER)
  process.stderr.write(
    `Skipped: there is no ${CHROMIUM.executablePath}. On Debian: apt-get install chromium-headless-shell\n`,
  );

/** A describe block that needs the browser. */
export const describePage = HAS_BROWSER ? describe : describe.skip;

/** The browser of all tests of a suite: a profile of its own for each page is enough between them. */
let launched: Promise<Browser> | undefined;
afterAll(async () => (await launched)?.close());

type Prepare = (page: Page) => Promise<unknown>;

export interface Dashboard {
  readonly url: string;
  readonly upstream: FakeUpstream;
  /** The page with this query, in a profile of its own; `prepare` is done to it before it loads. */
  readonly open: (query?: string, options?: BrowserContextOptions, prepare?: Prepare) => Promise<Page>;
  /** What the API answers to this path. */
  readonly get: <Body>(path: string) => Promise<Body>;
}

/**
 * The built service in its own process, and pages of it in a real browser. Whatever the browser complains of fails the test,
 * but for what `expected` excuses: a failed request is an error to the browser's console too. With a `prefix` it is seen through
 * a proxy that has it there.
 */
export const useDashboard = (
  env: NodeJS.ProcessEnv = { COPILOT_API_BASE_URL: 'sample' },
  expected = /^$/,
  prefix = '',
): Dashboard => {
  let browser: Browser;
  let service: ServiceProcess;
  let upstream: FakeUpstream;
  let proxy: PrefixProxy | undefined;
  let url = '';
  const complaints: string[] = [];

  beforeAll(async () => {
    upstream = await FakeUpstream.start();
    service = ServiceProcess.start({
      COPILOT_API_BASE_URL: upstream.baseUrl,
      PORT: '0',
      // The pages of a test file are opened faster than by a person.
      RATE_LIMIT_PER_MINUTE: '0',
      ...env,
    });
    url = await service.url();
    if (prefix) {
      proxy = await startPrefixProxy(url, prefix);
      url = proxy.url;
    }
    browser = await (launched ??= chromium.launch(CHROMIUM));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0).filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
  afterAll(async () => {
    await proxy?.stop();
    await service.end();
    await upstream.stop();
  });

  return {
    get url() {
      return url;
    },
    get upstream() {
      return upstream;
    },
    open: async (query = '', options = {}, prepare = () => Promise.resolve()) => {
      const context = await browser.newContext({
        permissions: ['clipboard-read', 'clipboard-write'],
        timezoneId: 'UTC',
        ...options,
      });
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith('blob:')) complaints.push(request.url());
      });
      await prepare(page);
      await page.goto(`${url}/dashboard${query}`);
      return page;
    },
    get: async <Body>(path: string) => (await (await fetch(`${url}${path}`)).json()) as Body,
  };
};

/** The cells of the bill as the page shows them, row by row, once they stand still. */
export const rowsOf = async (page: Page): Promise<string[][]> => {
  await settled(page);
  return cellsOf(page.locator('.usage tbody tr'));
};

interface RowElement {
  readonly children: ArrayLike<{ readonly textContent: string }>;
}

/** The text of each cell of these rows. */
export const cellsOf = (rows: Locator): Promise<string[][]> =>
  rows.evaluateAll((elements: RowElement[]) =>
    elements.map(({ children }) => Array.from(children, ({ textContent }) => textContent)),
  );

/** Resolves when nothing is loading any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').waitFor();
  await page.locator('[aria-busy=true], .skeleton').first().waitFor({ state: 'detached' });
};
