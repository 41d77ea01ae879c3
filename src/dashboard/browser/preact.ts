/** preact as the service serves it. The one address of it here, and a relative one: the page may lie below any path. */
export * from '../../../vendor/preact/preact.mjs';
