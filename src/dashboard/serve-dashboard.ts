import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotFoundException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { responseCompression } from '../http/answers/compression.middleware.js';
import { pageHeaders } from '../http/edge/security-headers.js';
import { withoutSlash } from '../http/edge/without-slash.middleware.js';

const toDirectory = (url: string): string => fileURLToPath(new URL(url, import.meta.url));
/** The directory of a file. */
const directoryOf = (url: string): string => dirname(fileURLToPath(url));

interface ServedFiles {
  readonly directory: string;
  /** Matches the paths below the directory that are served; every other path is a 404. */
  readonly paths: RegExp;
}

/**
 * The files of the page, by URL prefix. The page's own modules are one file, or, while
 * `npm run start:dev` watches them, many that import each other and `pricing/credits.js` by
 * relative paths. These files are public, so each directory has an allowlist.
 */
const FILES: Readonly<Record<string, ServedFiles>> = {
  '/dashboard/assets/dashboard/browser': { directory: toDirectory('./browser'), paths: /^\/[\w/-]+\.(js|css|svg)$/ },
  '/dashboard/assets/pricing': { directory: toDirectory('../pricing'), paths: /^\/credits\.js$/ },
  '/dashboard/vendor/preact': { directory: directoryOf(import.meta.resolve('preact')), paths: /^\/preact\.mjs$/ },
  '/dashboard/vendor/inter': {
    directory: directoryOf(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')),
    paths: /^\/inter-(latin|latin-ext|cyrillic|cyrillic-ext|greek|vietnamese)-wght-normal\.woff2$/,
  },
  '/dashboard/vendor/uplot': {
    directory: directoryOf(import.meta.resolve('uplot/dist/uPlot.iife.min.js')),
    paths: /^\/uPlot\.(iife\.min\.js|min\.css)$/,
  },
};

/**
 * Serves the page's own files and its two libraries and its font. Browsers revalidate a file on each use; an
 * unchanged one gets a 304.
 */
export const serveDashboard = (app: NestExpressApplication): void => {
  app.use('/dashboard', withoutSlash, pageHeaders);
  // Only the files: the page itself passes through the compression of all other answers.
  app.use(Object.keys(FILES), responseCompression());
  for (const [prefix, { directory, paths }] of Object.entries(FILES)) {
    app.use(prefix, allowlist(paths));
    app.useStaticAssets(directory, { prefix, index: false, redirect: false, setHeaders: setFileHeaders });
  }
};

const allowlist =
  (paths: RegExp): RequestHandler =>
  ({ path }, _response, next) => {
    if (!paths.test(path)) throw new NotFoundException();
    next();
  };

const setFileHeaders = (response: { setHeader: (name: string, value: string) => void }): void => {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Accept-Ranges', 'none');
};
