/** Packages that the bundle leaves in `node_modules`: they load files that no bundle can hold. */
const LOADS_FILES = [
  // A native addon.
  '@photostructure/sqlite',
  // The files of the documentation's page.
  'swagger-ui-dist',
];

/** Packages that others import if they are installed, and do without here. */
const NOT_INSTALLED = ['@nestjs/microservices', '@nestjs/websockets', '@fastify/static', 'pg-native'];

/** Whether an import, such as `pg` or `@nestjs/common/constants.js`, is left as it is. */
export const isOutside = (specifier) =>
  [...LOADS_FILES, ...NOT_INSTALLED].some((name) => specifier === name || specifier.startsWith(`${name}/`));
