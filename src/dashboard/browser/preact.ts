/**
 * preact for this page, with `h` and `Fragment` of `translation-safe-jsx.ts`. Only these two files
 * know the path at which preact is served.
 */
export { Component, createRef, render } from '../../../vendor/preact/preact.mjs';
export { Fragment, h } from './translation-safe-jsx.js';
export type { ComponentChildren, VNode } from '../../../vendor/preact/preact.mjs';
