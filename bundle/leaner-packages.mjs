import { fileURLToPath } from 'node:url';

const ROOT = new URL('../node_modules/', import.meta.url);

const pathOf = (file) => fileURLToPath(new URL(file, ROOT));

/**
 * The ECMAScript modules of packages that Node is given as CommonJS: the bundle has only the parts of
 * them that are used. Each is imported by no CommonJS module, so there is no second instance.
 */
export const LEANER_PACKAGES = {
  rxjs$: pathOf('rxjs/dist/esm/index.js'),
  'rxjs/operators$': pathOf('rxjs/dist/esm/operators/index.js'),
  'class-validator$': pathOf('class-validator/esm2015/index.js'),
};
