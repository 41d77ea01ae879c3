/** preact as the page has it: the address of its file, which is relative, is here alone, and `h` is ours. */
export { Component, createRef, render } from '../../../vendor/preact/preact.mjs';
export { Fragment, h } from './translation-safe-jsx.js';
export type { ComponentChildren } from '../../../vendor/preact/preact.mjs';
