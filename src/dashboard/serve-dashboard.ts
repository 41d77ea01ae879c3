import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { compressing } from '../http/compression.middleware.js';
import { pageHeaders } from '../http/security-headers.js';
import { withoutSlash } from '../http/without-slash.middleware.js';

const directory = (url: string): string => fileURLToPath(new URL(url, import.meta.url));
const directoryOf = (module: string): string => dirname(fileURLToPath(import.meta.resolve(module)));

/** The page's own modules lie below one address as they lie in `dist`, so that their imports of each other hold there too. */
const FILES: Readonly<Record<string, string>> = {
  '/dashboard/assets/dashboard/browser': directory('./browser'),
  '/dashboard/assets/pricing': directory('../pricing'),
  '/dashboard/vendor/preact': directoryOf('preact'),
  '/dashboard/vendor/uplot': directoryOf('uplot/dist/uPlot.iife.min.js'),
};

/** Serves the files of the page: its own, and its two libraries. A file is asked for again each time, and seldom sent again. */
export const serveDashboard = (app: NestExpressApplication): void => {
  app.use('/dashboard', withoutSlash, pageHeaders);
  // The page itself is compressed where all other answers are.
  app.use(Object.keys(FILES), compressing());
  for (const [prefix, path] of Object.entries(FILES)) {
    app.useStaticAssets(path, { prefix, index: false, redirect: false, setHeaders: revalidated });
  }
};

const revalidated = (response: { setHeader: (name: string, value: string) => void }): void =>
  response.setHeader('Cache-Control', 'no-cache');
