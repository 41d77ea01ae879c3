import type { RequestHandler } from 'express';

/**
 * Redirects a page's path with a trailing slash (`/dashboard/`) to the one without, which its
 * relative links resolve against. The redirect is relative because a proxy may serve the page below
 * a prefix.
 */
export const withoutSlash: RequestHandler = ({ method, originalUrl, path }, response, next) => {
  const [requested = '', ...query] = originalUrl.split('?');
  if (path !== '/' || !requested.endsWith('/') || (method !== 'GET' && method !== 'HEAD')) return next();
  const name = requested.split('/').at(-2);
  response.redirect(308, [`../${name}`, ...query].join('?'));
};
