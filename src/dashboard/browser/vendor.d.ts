/**
 * The service serves `dashboard/vendor` out of `node_modules`: the compiler finds no file at this
 * path.
 */
declare module '*/vendor/preact/preact.mjs' {
  export * from 'preact';
}
