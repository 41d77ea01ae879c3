/**
 * preact for this page. Only this file and `translation-safe-jsx.ts` know where it is served; `h`
 * is the latter's.
 */
export { Component, createRef, render } from '../../../vendor/preact/preact.mjs';
export { Fragment, h } from './translation-safe-jsx.js';
export type { ComponentChildren } from '../../../vendor/preact/preact.mjs';
