import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NotFoundException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { responseCompression } from '../http/answers/compression.middleware.js';
import { pageHeaders } from '../http/edge/security-headers.js';
import { withoutSlash } from '../http/edge/without-slash.middleware.js';

const directory = (url: string): string => fileURLToPath(new URL(url, import.meta.url));
const directoryOf = (module: string): string => dirname(fileURLToPath(import.meta.resolve(module)));

interface Files {
  readonly directory: string;
  /** The paths below the directory that are served; nothing else in it is. */
  readonly served: RegExp;
}

/**
 * The files of the page by their addresses. Its own modules lie below one address as they lie in `dist`, so that their imports
 * of each other hold there too. Whatever else is in the directories is not for everybody: price lists are behind a key.
 */
const FILES: Readonly<Record<string, Files>> = {
  '/dashboard/assets/dashboard/browser': { directory: directory('./browser'), served: /^\/[\w/-]+\.(js|css|svg)$/ },
  '/dashboard/assets/pricing': { directory: directory('../pricing'), served: /^\/credits\.js$/ },
  '/dashboard/vendor/preact': { directory: directoryOf('preact'), served: /^\/preact\.mjs$/ },
  '/dashboard/vendor/uplot': {
    directory: directoryOf('uplot/dist/uPlot.iife.min.js'),
    served: /^\/uPlot\.(iife\.min\.js|min\.css)$/,
  },
};

/** Serves the files of the page: its own, and its two libraries. A file is asked for again each time, and seldom sent again. */
export const serveDashboard = (app: NestExpressApplication): void => {
  app.use('/dashboard', withoutSlash, pageHeaders);
  // The page itself is compressed where all other answers are.
  app.use(Object.keys(FILES), responseCompression());
  for (const [prefix, { directory: path, served }] of Object.entries(FILES)) {
    app.use(prefix, only(served));
    app.useStaticAssets(path, { prefix, index: false, redirect: false, setHeaders: revalidated });
  }
};

const only =
  (served: RegExp): RequestHandler =>
  ({ path }, _response, next) => {
    if (!served.test(path)) throw new NotFoundException();
    next();
  };

const revalidated = (response: { setHeader: (name: string, value: string) => void }): void => {
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Accept-Ranges', 'none');
};
