/** What lies below `dashboard/vendor` is served from `node_modules`: no file is there at compile time. */
declare module '*/vendor/preact/preact.mjs' {
  export * from 'preact';
}
