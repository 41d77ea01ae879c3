import type { RequestHandler } from 'express';

/**
 * Redirects the page `/dashboard/` to `/dashboard`, from which the relative addresses in it are counted. The redirect is
 * relative as well: which prefix a proxy has put before the path is not known here.
 */
export const withoutSlash: RequestHandler = ({ method, originalUrl, path }, response, next) => {
  const [asked = '', ...query] = originalUrl.split('?');
  if (path !== '/' || !asked.endsWith('/') || (method !== 'GET' && method !== 'HEAD')) return next();
  const name = asked.split('/').at(-2);
  response.redirect(308, [`../${name}`, ...query].join('?'));
};
